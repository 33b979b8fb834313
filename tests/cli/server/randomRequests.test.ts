import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { startStaticServer } from '../../../src/cli/staticServer.ts'
import { seededRandom } from '../../../src/domain/random.ts'
import { ChangingFolder, PAGE, SECRET } from './changingFolder.ts'
import { openFilesUnder } from './openFiles.ts'
import { randomRequests, STABLE, type RandomRequest } from './randomRequests.ts'
import { ask, type RawAnswer, rawExchange, readAnswers } from './rawRequest.ts'

const SEED = 20261129
const REQUESTS = 10_000
const AT_ONCE = 32
const SUFFIXES: Readonly<Record<string, string>> = { br: '.br', gzip: '.gz' }

it(
  'answers ten thousand random requests rightly while its files change',
  { timeout: 300_000 },
  async () => {
    const root = realpathSync(mkdtempSync(join(tmpdir(), 'duizhao-')))
    const folder = new ChangingFolder(root, seededRandom(SEED + 1))
    const server = await startStaticServer({ directory: folder.dist, port: 0 })
    const requests = randomRequests(SEED)
    const faults: string[] = []
    const seen = new Map<string, number>()
    let sent = 0

    const client = async (): Promise<void> => {
      while (sent < REQUESTS && faults.length < 5) {
        const number = sent++
        const request = requests.next().value
        const bytes = await rawExchange(server.port, request.text, {
          ...(request.abortAfter === null ? {} : { abortAfter: request.abortAfter }),
          ...(request.isBroken ? { patienceMs: 100 } : {}),
        })
        const fault = faultOf(request, bytes, folder.versions)
        const status = bytes.toString('latin1', 9, 12)
        seen.set(status, (seen.get(status) ?? 0) + 1)
        if (fault) {
          faults.push(
            `request ${number} of seed ${SEED}: ${fault}\n${JSON.stringify(request).slice(0, 600)}`,
          )
        }
      }
    }
    let done = false
    const changing = async (): Promise<void> => {
      while (!done) {
        folder.change()
        await wait(3)
      }
    }
    const change = changing()
    await Promise.all(Array.from({ length: AT_ONCE }, client))
    done = true
    await change

    expect(faults).toEqual([])
    const statuses = ['200', '206', '304', '400', '404', '405', '412', '414', '416']
    expect([...seen.keys()]).toEqual(expect.arrayContaining(statuses))
    await expect.poll(() => openFilesUnder(root) ?? 0).toBe(0)
    for (const name of Object.keys(STABLE)) {
      const { status, body } = await ask(server.port, `/${name}`)
      expect([
        name,
        status,
        body.equals(folder.versions.get(name)?.[0] ?? Buffer.alloc(0)),
      ]).toEqual([name, 200, true])
    }
    await server.stop()
    rmSync(root, { recursive: true })
  },
)

/** What is wrong with an answer, null when nothing is. */
function faultOf(
  request: RandomRequest,
  bytes: Buffer,
  versions: ReadonlyMap<string, readonly Buffer[]>,
): string | null {
  if (bytes.includes(SECRET)) return 'sent what is outside'
  const mayBreak = request.mayBreak || request.abortAfter !== null
  // What a broken request asked for is not known; it may be several.
  if (request.isBroken) {
    const status = Number(bytes.toString('latin1', 9, 12))
    return bytes.length === 0 || request.statuses.includes(status) ? null : `status ${status}`
  }
  const [answer] = readAnswers(bytes, [request.method])
  if (answer === undefined) return mayBreak ? null : 'no answer'

  const { status, headers, body } = answer
  if (!request.statuses.includes(status)) return `status ${status}`
  if (status === 405 && headers.get('allow') !== 'GET, HEAD') return '405 without Allow'
  if (status === 416 && !/^bytes \*\/\d+$/.test(headers.get('content-range') ?? '')) {
    return '416 without a size'
  }
  const length = Number(headers.get('content-length'))
  const bare = request.method === 'HEAD' || status === 304
  if (!bare && body.length !== length && !mayBreak) return `${body.length} bytes of ${length}`
  if (status !== 200 && status !== 206) return null
  if (request.file === null) {
    return length === PAGE.length && PAGE.startsWith(body.toString()) ? null : 'not the start page'
  }
  return partFault(request.file, answer, versions)
}

/** Whether a 200 or 206 is the part it says it is, of one of the versions of a file. */
function partFault(
  file: string,
  { status, headers, body }: RawAnswer,
  versions: ReadonlyMap<string, readonly Buffer[]>,
): string | null {
  const length = Number(headers.get('content-length'))
  const contentRange = headers.get('content-range')
  if ((status === 206) !== (contentRange !== undefined)) return `Content-Range: ${contentRange}`
  const parts = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(contentRange ?? `bytes 0-${length - 1}/${length}`)
  const [start = NaN, end = NaN, size = NaN] = parts?.slice(1).map(Number) ?? [0, -1, 0]
  if (end - start + 1 !== length || end >= size) return `${contentRange}, ${length} bytes`

  const name = file + (SUFFIXES[headers.get('content-encoding') ?? ''] ?? '')
  const isPart = versions.get(name)?.some((version) => {
    const sized = file in STABLE ? version.length === size : version.length >= size
    return sized && version.subarray(start, start + body.length).equals(body)
  })
  return isPart
    ? null
    : `${body.length} bytes from ${start} of ${size} are of no version of ${name}`
}
