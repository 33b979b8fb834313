import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

/** A screen nobody sees, for a browser that cannot do without one. */
export interface Display {
  /** As in `DISPLAY`. */
  readonly name: string
  close(): Promise<void>
}

/** Starts Xvfb on the first display that is free. */
export async function openDisplay(xvfb: string): Promise<Display> {
  const args = ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp']
  const server: ChildProcess = spawn(xvfb, args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
  const ready = server.stdio[3]
  if (ready === null || ready === undefined) throw new TypeError('no pipe to the display')
  const [said]: unknown[] = await Promise.race([
    once(ready, 'data'),
    once(server, 'exit').then(() => {
      throw new Error('Xvfb did not start')
    }),
  ])
  return {
    name: `:${String(said).trim()}`,
    async close() {
      if (server.exitCode !== null) return
      server.kill()
      await once(server, 'exit')
    },
  }
}
