import { expect, goOffline, goOnline, openApp, test, untilControlled } from './fixtures.ts'
import { BUILT } from './testServer.ts'

test.use({ serviceWorkers: 'allow' })

test.describe('the installed shell', () => {
  test('is installable', async ({ persistent, server }) => {
    const page = await persistent.open()
    await openApp(page, server)
    await untilControlled(page)
    const session = await persistent.context.newCDPSession(page)
    const { installabilityErrors } = await session.send('Page.getInstallabilityErrors')
    expect(installabilityErrors).toEqual([])
    const manifest = await session.send('Page.getAppManifest')
    expect(manifest.errors).toEqual([])
    const { id, scope, start_url: start, icons } = JSON.parse(manifest.data ?? '{}')
    expect({ id, scope, start }).toEqual({ id: '/', scope: '/', start: '/' })
    expect(
      icons.map((icon: { sizes: string; purpose: string }) => [icon.sizes, icon.purpose]),
    ).toEqual([
      ['192x192', 'any'],
      ['512x512', 'any'],
      ['512x512', 'maskable'],
      ['any', 'any'],
    ])
  })

  test('opens with the server switched off, deep links too', async ({ app, context, server }) => {
    await untilControlled(app)
    await goOffline(context, server)
    for (const path of ['', 'settings']) {
      await openApp(app, server, path)
      await expect(app.locator('#app')).not.toBeEmpty()
    }
    await goOnline(context, server)
    await app.reload()
    await expect(app.locator('#app')).not.toBeEmpty()
  })

  test('opens after the browser was killed, with the server switched off', async ({
    persistent,
    server,
  }) => {
    const first = await persistent.open()
    await openApp(first, server)
    await untilControlled(first)
    await persistent.kill()
    await server.stop()
    const again = await persistent.open()
    await openApp(again, server)
    await expect(again.locator('#app')).not.toBeEmpty()
  })

  test('keeps to its own caches', async ({ app }) => {
    await app.evaluate(() => caches.open('somebody-else-v1'))
    await untilControlled(app)
    const names = await app.evaluate(() => caches.keys())
    expect(names).toContain('somebody-else-v1')
    for (const name of names.filter((one) => one !== 'somebody-else-v1')) {
      expect(name).toMatch(/^duizhao-/)
    }
  })

  test('waits with a new version until it is told, then uses it and forgets the old one', async ({
    page,
    server,
    previousBuild,
  }) => {
    await server.start(previousBuild('0.0.1-before'))
    await openApp(page, server)
    await untilControlled(page)
    const version = page.locator('meta[name=version]')
    await expect(version).toHaveAttribute('content', '0.0.1-before')

    await server.start(BUILT)
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready
      await registration.update()
      const worker = registration.installing ?? registration.waiting
      while (worker?.state === 'installing') {
        await new Promise((resolve) => {
          worker.addEventListener('statechange', resolve, { once: true })
        })
      }
    })
    await page.reload()
    await expect(version).toHaveAttribute('content', '0.0.1-before')

    await page.evaluate(async () => {
      const { waiting } = await navigator.serviceWorker.ready
      if (waiting === null) throw new Error('nothing waits')
      waiting.postMessage({ type: 'SKIP_WAITING' })
    })
    // Of itself: nothing is being done here.
    await expect(version).not.toHaveAttribute('content', '0.0.1-before')
    const pages = await page.evaluate(async () => {
      const cached: string[] = []
      for (const name of await caches.keys()) {
        for (const { url } of await (await caches.open(name)).keys()) cached.push(url)
      }
      return cached.filter((url) => new URL(url).pathname.endsWith('/index.html'))
    })
    expect(pages).toHaveLength(1)
  })
})
