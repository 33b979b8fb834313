import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import type { Figure } from './figure.ts'

const room = join(import.meta.dirname, '../../src/sync')
/** What a device needs to meet others: all of the room but what seals in its thread. The QR code is of the screen. */
const CLIENT = ['round.ts', 'couch.ts', 'join.ts', 'passphrase.ts', 'place.ts', 'backOff.ts']

/** What the client of a sync server weighs by itself: without the rooms it stands on, which the app has anyway. */
export async function measureSyncBytes(): Promise<readonly Figure[]> {
  const entry = 'client-of-sync.ts'
  const built = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [
      {
        name: 'client',
        enforce: 'pre',
        resolveId: (id) => (id.endsWith(entry) ? id : null),
        load: (id) =>
          id.endsWith(entry)
            ? CLIENT.map((file) => `export * from '${join(room, file)}'`).join('\n')
            : null,
      },
    ],
    build: {
      write: false,
      minify: true,
      target: 'es2022',
      rolldownOptions: {
        input: entry,
        preserveEntrySignatures: 'strict',
        // The folders of this machine weigh nothing there.
        output: { paths: () => './app.js' },
        external: (id) => /\/(storage|formats|domain|worker)\/|crypto\.ts$/.test(id),
      },
    },
  })
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((one) =>
    'output' in one ? one.output : [],
  )
  const code = outputs.map((one) => (one.type === 'chunk' ? one.code : '')).join('')
  return [
    {
      name: 'sync: shelf, round and CouchDB client, gzip',
      value: gzipSync(code, { level: 9 }).length / 1000,
      unit: 'kB',
      aim: 5,
      note: `${(code.length / 1000).toFixed(1)} kB raw`,
    },
  ]
}
