// usage: npx tsx tests/bench/zzprof.mts seed|start|first|answer  [DIST env]
import { existsSync, writeFileSync, readFileSync, cpSync, rmSync } from 'node:fs'
import { startStaticServer } from '../../src/cli/staticServer.ts'
import { PersistentBrowser } from '../e2e/persistentBrowser.ts'
import { throttleCpu, untilControlled } from '../e2e/fixtures.ts'
import { buildBenchPage } from './benchPage.ts'
const PORT = 8765, SEEDED = process.env.SEEDED ?? '/tmp/farm/prof/seeded', RUN = SEEDED + '-run'
const dist = process.env.DIST ?? 'dist'
const mode = process.argv[2]!
const rate = Number(process.env.RATE ?? 4)
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, locale: 'en-GB' }
let server: any
const serve = async (d: string) => { await server?.stop(); server = await startStaticServer({ directory: d, port: PORT }); return server.url }
if (mode === 'seed') {
  rmSync(SEEDED, { recursive: true, force: true })
  const site = await buildBenchPage()
  const url = await serve(site)
  const b = new PersistentBrowser(SEEDED, PHONE as any, () => undefined)
  const page = await b.open()
  await page.goto(url); await page.waitForFunction(() => (window as any).bench !== undefined)
  console.log(await page.evaluate(async () => await (window as any).bench.seed()))
  await serve(dist); await page.goto(url); await untilControlled(page); await page.locator('[data-testid="start"]').waitFor()
  await new Promise(r => setTimeout(r, 3000))
  await b.close(); await server.stop(); process.exit(0)
}
if (mode === 'rebuild') {
  const site = await buildBenchPage(); const url = await serve(site)
  rmSync(RUN, { recursive: true, force: true }); cpSync(SEEDED, RUN, { recursive: true })
  rmSync(RUN + '/Default/Service Worker', { recursive: true, force: true })
  const b = new PersistentBrowser(RUN, PHONE as any, () => undefined); const page = await b.open()
  await page.goto(url); await page.waitForFunction(() => (window as any).bench !== undefined); await throttleCpu(page, rate)
  const out = []; for (let i = 0; i < 4; i++) out.push(Math.round(await page.evaluate(async () => await (window as any).bench.rebuild())))
  console.log('rebuild', out.join(' ')); 
  if (process.env.PROFR) { const cdp = await page.context().newCDPSession(page); await cdp.send('Profiler.enable'); await cdp.send('Profiler.start'); await page.evaluate(async () => await (window as any).bench.rebuild()); const { profile } = await cdp.send('Profiler.stop') as any; writeFileSync('/tmp/farm/prof/rebuild.cpuprofile', JSON.stringify(profile)) }
  await b.close(); await server.stop(); process.exit(0)
}
const url = await serve(dist)
rmSync(RUN, { recursive: true, force: true }); cpSync(SEEDED, RUN, { recursive: true })
const b = new PersistentBrowser(RUN, PHONE as any, () => undefined)
// let the sw take the new build first
{ const page = await b.open(); await page.goto(url); await untilControlled(page); await page.locator('[data-testid="start"]').waitFor(); await page.evaluate(async () => { const r = await navigator.serviceWorker.getRegistration(); await r!.update().catch(() => 0); for (let i = 0; i < 60 && r!.installing; i++) await new Promise(k => setTimeout(k, 500)) }); await new Promise(r => setTimeout(r, 2000)); await b.close() }
const page = await b.open()
await throttleCpu(page, rate)
await page.addInitScript('globalThis.__name = (named) => named')
const cdp = await page.context().newCDPSession(page)
await cdp.send('Profiler.enable'); await cdp.send('Profiler.setSamplingInterval', { interval: 500 })
const stopAt = async () => {
  const { profile } = await cdp.send('Profiler.stop') as any
  writeFileSync('/tmp/farm/prof/' + mode + '.cpuprofile', JSON.stringify(profile))
}
if (mode === 'start' || mode === 'first') {
  if (process.env.PROF !== '0') await cdp.send('Profiler.start')
  const sel = mode === 'start' ? '[data-testid="start"]' : '[data-testid="reveal"]'
  await cdp.send('Performance.enable')
  const t0 = Date.now()
  await page.goto(mode === 'start' ? url : new URL('review', url).href); await page.locator(sel).waitFor()
  const took = Date.now() - t0
  const mm = Object.fromEntries((await cdp.send('Performance.getMetrics') as any).metrics.map((m: any) => [m.name, m.value]))
  console.log(mode, took, 'cpu', Math.round(mm.ProcessTime * 1000), 'script', Math.round(mm.ScriptDuration*1000), 'task', Math.round(mm.TaskDuration*1000), 'layout', Math.round((mm.LayoutDuration+mm.RecalcStyleDuration)*1000))
  if (process.env.RES) console.log((await page.evaluate(() => performance.getEntriesByType('resource').map((r: any) => r.startTime.toFixed(0).padStart(6) + ' ' + r.responseEnd.toFixed(0).padStart(6) + ' ' + r.name.split('/').pop() + ' ' + r.initiatorType))).join('\n'))
  if (process.env.PROF !== '0') await stopAt()
} else {
  await page.goto(new URL('review', url).href); await page.locator('[data-testid="reveal"]').waitFor()
  await new Promise(r => setTimeout(r, 4000))
  if (process.env.LOGIDB) await page.evaluate(() => {
    const w = window as any; w.log = []; const note = (x: string) => w.log.push([performance.now(), x])
    w.note = note
    const t = IDBDatabase.prototype.transaction
    IDBDatabase.prototype.transaction = function (this: any, ...a: any[]) { note('tx ' + a[1] + ' ' + [...a[0]].join(',')); const tx = (t as any).apply(this, a); tx.addEventListener('complete', () => note('  complete ' + [...a[0]].join(','))); return tx } as any
    for (const [P, names] of [[IDBObjectStore.prototype, ['get','put','add','getAll','getAllKeys','count','delete']], [IDBIndex.prototype, ['get','getAll','count','getAllKeys']]] as any) for (const n of names) { const o = P[n]; P[n] = function (...a: any[]) { const nm = n + ' ' + (this.objectStore ? this.objectStore.name + '.' : '') + this.name + ' ' + (typeof a[0] === 'string' ? a[0].slice(0,12) : typeof a[1] === 'string' ? a[1] : ''); note('    > ' + nm); const r = o.apply(this, a); r.addEventListener('success', () => note('    < ' + nm)); return r } }
    new MutationObserver((m) => note('DOM ' + m.length)).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true })
    const f = HTMLElement.prototype.focus; HTMLElement.prototype.focus = function (...a) { const t0 = performance.now(); (f as any).apply(this, a); note('focus ' + this.className + ' ' + (performance.now() - t0).toFixed(1)) }
    const loop = () => { note('frame'); requestAnimationFrame(loop) }; requestAnimationFrame(loop)
  })
  if (process.env.CSS) await page.evaluate((css) => { const s = new CSSStyleSheet(); s.replaceSync(css); document.adoptedStyleSheets.push(s) }, process.env.CSS)
  if (process.env.PROF !== '0') await cdp.send('Profiler.start')
  await cdp.send('Performance.enable'); const m0 = Object.fromEntries((await cdp.send('Performance.getMetrics') as any).metrics.map((m: any) => [m.name, m.value]))
  const browserCdp = await page.context().browser()!.newBrowserCDPSession().catch(() => null)
  const events: any[] = []
  if (process.env.TRACE) { browserCdp!.on('Tracing.dataCollected', (e: any) => events.push(...e.value)); await browserCdp!.send('Tracing.start', { traceConfig: { includedCategories: ['devtools.timeline','blink','cc','toplevel'] }, transferMode: 'ReportEvents' } as any) }
  const times = await page.evaluate(async () => {
    const painted = () => new Promise<void>((resolve) => { const { port1, port2 } = new MessageChannel(); port1.onmessage = () => resolve(); requestAnimationFrame(() => port2.postMessage(null)) })
    const appears = async (s: string): Promise<HTMLElement> => { for (;;) { const f = document.querySelector<HTMLElement>(s); if (f) return f; await new Promise((r) => { requestAnimationFrame(r) }) } }
    const times: number[] = [], rev: number[] = []
    for (let i = 0; i < 40; i++) {
      const reveal = await appears('[data-testid="reveal"]'); await new Promise((r) => setTimeout(r, 500)); const r0 /*PAUSE*/ = performance.now(); reveal.click()
      const good = await appears('.rating.good:not(:disabled)'); await painted(); rev.push(performance.now() - r0); await new Promise((r) => setTimeout(r, 500))
      const s = performance.now(); (window as any).note?.('CLICK'); good.click(); await appears('[data-testid="reveal"]'); await painted(); (window as any).note?.('PAINTED'); times.push(performance.now() - s)
    }
    return { times, rev }
  })
  if (process.env.TRACE) { const done = new Promise(r => browserCdp!.once('Tracing.tracingComplete', r)); await browserCdp!.send('Tracing.end'); await done; writeFileSync('/tmp/farm/prof/trace.json', JSON.stringify(events)) }
  if (process.env.LOGIDB) { const log = await page.evaluate(() => (window as any).log); const at = log.map((x: any, i: number) => x[1] === 'CLICK' ? i : -1).filter((i: number) => i >= 0); for (const k of [20, 30]) { const t0 = log[at[k]][0]; for (const [t, x] of log.slice(at[k], at[k + 1])) console.log((t - t0).toFixed(1).padStart(7), x) } }
  const m1 = Object.fromEntries((await cdp.send('Performance.getMetrics') as any).metrics.map((m: any) => [m.name, m.value]))
  for (const k of ['LayoutCount','RecalcStyleCount','LayoutDuration','RecalcStyleDuration','ScriptDuration','TaskDuration']) console.log(k, ((m1[k]-m0[k])*(k.endsWith('Count')?1:1000)/40).toFixed(1))
  for (const k of ['times', 'rev'] as const) { const s = times[k].map(Math.round).sort((a, b) => a - b); console.log(k, 'p50', s[20], 'p95', s[37], 'all', times[k].map(Math.round).join(' ')) }
  if (process.env.PROF !== '0') await stopAt()
}
await b.close(); await server.stop()
