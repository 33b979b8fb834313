import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, goOffline, openApp, test, untilControlled } from './fixtures.ts'
import { TestServer } from './testServer.ts'

test.use({ serviceWorkers: 'allow' })

test.describe('built for /duizhao/', () => {
  test('lives there, offline and on deep links too', async ({ page, context, outsideRequests }) => {
    const root = join(import.meta.dirname, '../..')
    const folder = test.info().outputPath('dist')
    const tsx = join(root, 'node_modules/tsx/dist/cli.mjs')
    const build = spawnSync(process.execPath, [tsx, 'src/cli/build.ts', '--out', folder], {
      cwd: root,
      env: { ...process.env, BASE: '/duizhao/' },
      encoding: 'utf8',
    })
    expect(build.status, build.stderr).toBe(0)
    expect(existsSync(join(folder, '404.html'))).toBe(true)

    const server = new TestServer(folder)
    await server.start()
    try {
      expect(new URL(server.url).pathname).toBe('/duizhao/')
      const strays: string[] = []
      page.on('response', (response) => {
        const { pathname } = new URL(response.url())
        if (!pathname.startsWith('/duizhao/') || response.status() >= 400) strays.push(pathname)
      })
      await openApp(page, server)
      await untilControlled(page)
      await goOffline(context, server)
      await openApp(page, server, 'settings')
      await expect(page.locator('#app')).not.toBeEmpty()
      expect(strays).toEqual([])
      // This server has an origin of its own.
      expect(outsideRequests.filter((url) => !url.startsWith(server.url))).toEqual([])
      outsideRequests.length = 0
    } finally {
      await server.stop()
    }
  })
})
