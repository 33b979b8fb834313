import { readBackup } from './backup.ts'
import type { Format } from './format.ts'
import { startsWith } from './startsWith.ts'

/** A backup, compressed or not. Something else that is compressed is no backup, and nothing we read. */
export const backupFormat: Format = {
  id: 'backup',
  extensions: ['duizhao', 'gz'],
  mediaTypes: ['application/gzip', 'application/octet-stream'],
  sniff: ({ bytes }) =>
    startsWith(bytes, '\x1f\x8b') || startsWith(bytes, '{"format":"duizhao-backup"'),
  read: async ({ name, bytes }) => {
    const { value, issues } = await readBackup(bytes)
    if (value !== null) return { value: { kind: 'backup', backup: value }, issues }
    const isOther = issues.some(({ code }) => code === 'notABackup')
    return { value: null, issues: isOther ? [{ code: 'compressedFile', found: name }] : issues }
  },
}
