import { existsSync } from 'node:fs'
import { networkInterfaces } from 'node:os'
import { resolve } from 'node:path'
import { startStaticServer, type StaticServer } from './staticServer.ts'

const DEFAULT_PORT = 4173
const TRIES = 20

/**
 * `npm run serve`: the built app on a printed address.
 *
 * `PORT` is taken as it is, 0 for any free one; without it the first free port from 4173 on. `HOST` says who may
 * connect: this machine (the default) or, with 0.0.0.0, the whole network. `BASE` overrides the base it was built for.
 */
async function serve(): Promise<void> {
  const directory = resolve(import.meta.dirname, '../../dist')
  if (!existsSync(resolve(directory, 'index.html'))) {
    fail(
      'There is nothing to serve yet. Run `npm run build` first, or `npm start`, which does both.',
    )
  }
  const server = await listen(directory)
  console.log(`\n  Duizhao is at ${server.url}`)
  if (process.env['HOST'] === '0.0.0.0') {
    for (const address of networkAddresses()) {
      console.log(`       and at ${server.url.replace('localhost', address)}`)
    }
  }
  console.log('  Ctrl-C stops it.\n')
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void server.stop().then(() => process.exit(0)))
  }
}

async function listen(directory: string): Promise<StaticServer> {
  const { PORT, HOST, BASE } = process.env
  const first = PORT ? Number(PORT) : DEFAULT_PORT
  if (!Number.isInteger(first) || first < 0 || first > 65535) {
    fail(`PORT is “${PORT}”; it must be a whole number from 0 to 65535.`)
  }
  for (let port = first; ; port++) {
    try {
      return await startStaticServer({
        directory,
        port,
        ...(HOST ? { host: HOST } : {}),
        ...(BASE ? { base: BASE } : {}),
      })
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : ''
      const another = !PORT && port < DEFAULT_PORT + TRIES
      if (code === 'EADDRINUSE' && another) continue
      const sentence = refusalOf(code, first, port, HOST ?? '127.0.0.1')
      if (sentence !== null) fail(sentence)
      throw error
    }
  }
}

/** Why a port could not be had, where, and what to do next; null for a reason nobody thought of. */
function refusalOf(code: string, first: number, port: number, host: string): string | null {
  switch (code) {
    case 'EADDRINUSE': {
      const taken =
        first === port
          ? `Port ${port} is taken`
          : `The ports from ${first} to ${port} are all taken`
      const other = port < 65535 ? port + 1 : DEFAULT_PORT
      return `${taken} by other programs on ${host}. End one, or choose another port, for example: PORT=${other} npm start`
    }
    case 'EACCES':
      return `Port ${port} needs more rights on ${host}. Choose one above 1023, for example: PORT=${DEFAULT_PORT} npm start`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `HOST is “${host}”, which is no address of this machine. Leave it out, or use HOST=0.0.0.0 for the whole network.`
    default:
      return null
  }
}

function networkAddresses(): readonly string[] {
  return Object.values(networkInterfaces())
    .flatMap((all) => all ?? [])
    .filter((one) => one.family === 'IPv4' && !one.internal)
    .map((one) => one.address)
}

function fail(sentence: string): never {
  console.error(sentence)
  process.exit(1)
}

await serve()
