import { chromium } from '@playwright/test'
import { writeFileSync } from 'node:fs'
import { browserArguments, findOrInstallBrowser } from '../e2e/browser.ts'
import { TestServer } from '../e2e/testServer.ts'
const executablePath = findOrInstallBrowser()
const browser = await chromium.launch({ executablePath, args: browserArguments() })
const server = new TestServer(process.env.DIST)
await server.start()
const fresh = await browser.newContext({ locale: 'en-GB' })
const page = await fresh.newPage()
await page.addInitScript(() => { (window as any).longs = []; new PerformanceObserver((l) => { for (const e of l.getEntries()) (window as any).longs.push([Math.round(e.startTime), Math.round(e.duration)]) }).observe({ type: 'longtask' }) })
await page.goto(server.url)
const input = page.locator('input[type=file]'); await input.waitFor({ state: 'attached' })
const cdp = await fresh.newCDPSession(page)
await page.evaluate(() => { (window as any).longs = [] })
if (process.env.PROF) { await cdp.send('Profiler.enable'); await cdp.send('Profiler.setSamplingInterval', { interval: 1000 }); await cdp.send('Profiler.start') }
await cdp.send('Performance.enable')
const m0 = Object.fromEntries((await cdp.send('Performance.getMetrics') as any).metrics.map((m: any) => [m.name, m.value]))
if (process.env.TRACE) await browser.startTracing(page, { path: '/tmp/farm/rest/trace.json', categories: ['devtools.timeline','disabled-by-default-devtools.timeline','toplevel','v8','disabled-by-default-v8.cpu_profiler'] })
const t0 = performance.now()
await input.setInputFiles('/tmp/farm/rest/backup.duizhao')
await page.locator('[data-testid="start"]').waitFor()
const took = performance.now() - t0
const m1 = Object.fromEntries((await cdp.send('Performance.getMetrics') as any).metrics.map((m: any) => [m.name, m.value]))
console.log('took', Math.round(took), 'task', Math.round((m1.TaskDuration - m0.TaskDuration) * 1000), 'script', Math.round((m1.ScriptDuration - m0.ScriptDuration) * 1000), 'proc', Math.round((m1.ProcessTime - m0.ProcessTime) * 1000), 'thread', Math.round((m1.ThreadTime - m0.ThreadTime) * 1000))
console.log(JSON.stringify((await page.evaluate(() => (window as any).longs)).filter((l: any) => l[1] > 60)))
if (process.env.PROF) { const { profile } = await cdp.send('Profiler.stop') as any; writeFileSync('/tmp/farm/rest/rest.cpuprofile', JSON.stringify(profile)) }
if (process.env.TRACE) await browser.stopTracing()
await browser.close(); await server.stop(); process.exit(0)
