import { randomUUID } from 'node:crypto'
import { rename, writeFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'

/** Writes a file that appears whole, by rename, though several processes may write it at once. */
export async function writeWhole(file: string, content: Uint8Array | string): Promise<void> {
  const draft = `${file}.${randomUUID()}.tmp`
  await writeFile(draft, content)
  await rename(draft, file)
}

/** Gzip'ed at its best. The system's number stands in byte 9 of the header: "unknown" makes the same file on every system. */
export function gzip(bytes: Uint8Array): Uint8Array {
  const zipped = gzipSync(bytes, { level: 9 })
  zipped[9] = 255
  return zipped
}
