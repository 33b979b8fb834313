import { readdirSync, readlinkSync } from 'node:fs'

/** How many handles this process holds on files under a folder; null where the system does not tell (not Linux). */
export function openFilesUnder(folder: string): number | null {
  if (process.platform !== 'linux') return null
  return readdirSync('/proc/self/fd').filter((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`).startsWith(folder)
    } catch {
      return false
    }
  }).length
}
