import { mkdirSync, mkdtempSync, realpathSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import { startStaticServer, type StaticServer } from '../../../src/cli/staticServer.ts'

export const TEN = '0123456789'
export const PAGE = '<title>app</title>'

/** A served folder, new for each test, and a file beside it that must never be seen. */
export interface ServedFolder {
  root: string
  dist: string
  port: number
  /** Written yesterday: what was written this second has no strong validator yet. */
  write(name: string, content: string | Uint8Array): void
}

export function useServedFolder(options: { readonly idleMs?: number } = {}): ServedFolder {
  let server: StaticServer
  const yesterday = new Date(Date.now() - 86_400_000)
  const served: ServedFolder = {
    root: '',
    dist: '',
    port: 0,
    write(name, content) {
      writeFileSync(join(served.dist, name), content)
      utimesSync(join(served.dist, name), yesterday, yesterday)
    },
  }

  beforeEach(async () => {
    served.root = realpathSync(mkdtempSync(join(tmpdir(), 'duizhao-')))
    served.dist = join(served.root, 'dist')
    mkdirSync(join(served.dist, 'assets'), { recursive: true })
    served.write('index.html', PAGE)
    served.write('ten.json', TEN)
    writeFileSync(join(served.root, 'secret.json'), 'outside the folder')
    server = await startStaticServer({ directory: served.dist, port: 0, ...options })
    served.port = server.port
  })

  afterEach(async () => {
    await server.stop()
    rmSync(served.root, { recursive: true })
  })

  return served
}
