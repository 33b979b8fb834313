import { seededRandom } from '../../../src/domain/random.ts'

/** The files of the fuzz: sizes in bytes, 0 included; `changing` ones are swapped, cut and deleted meanwhile. */
export const STABLE = { 'ten.json': 10, 'empty.json': 0, 'page.js': 5000, 'large.bin': 300_000 }
export const CHANGING = ['swapped.js', 'resized.bin', 'deleted.json', 'linked.json', 'dir/inner.js']

export interface RandomRequest {
  /** What goes over the wire, Latin-1. */
  readonly text: string
  readonly method: string
  /** A file whose whole content, or a part of it, every 200 and 206 must carry; null where none may come but the start page. */
  readonly file: string | null
  /** The only right statuses. None at all is right too when `mayBreak`. */
  readonly statuses: readonly number[]
  readonly mayBreak: boolean
  /** Whether it may be no whole request, or one with another method than `method`. */
  readonly isBroken: boolean
  /** Bytes after which the client goes away; null when it stays. */
  readonly abortAfter: number | null
}

/** An endless source of requests, the same for the same seed: ordinary, odd and broken ones. */
export function* randomRequests(seed: number): Generator<RandomRequest, never> {
  const random = seededRandom(seed)
  const below = (end: number): number => Math.floor(random() * end)
  const pick = <T>(items: readonly T[]): T => items[below(items.length)]!
  const chance = (share: number): boolean => random() < share
  const bytes = (length: number): string =>
    Array.from({ length }, () => String.fromCharCode(below(256))).join('')

  const position = (size: number): string =>
    pick([
      () => String(below(size + 3)),
      () => '0',
      () => String(size),
      () => '9'.repeat(1 + below(400)),
      () => `00${below(9)}`,
    ])()

  /** A `Range` and whether the whole file may, a part may, nothing may come of it, for a file of a known size. */
  const range = (size: number): { value: string; statuses: readonly number[] } => {
    const first = position(size)
    const last = position(size)
    if (chance(0.4)) {
      if (size === 0) return { value: `bytes=${first}-${last}`, statuses: [200] }
      if (Number(last) < Number(first)) return { value: `bytes=${first}-${last}`, statuses: [200] }
      return { value: `bytes=${first}-${last}`, statuses: [Number(first) < size ? 206 : 416] }
    }
    if (chance(0.3)) {
      const right = size === 0 ? 200 : Number(first) < size ? 206 : 416
      return { value: `bytes=${first}-`, statuses: [right] }
    }
    if (chance(0.3)) {
      const right = size === 0 ? 200 : Number(last) > 0 ? 206 : 416
      return { value: `bytes=-${last}`, statuses: [right] }
    }
    if (chance(0.5)) {
      const list = Array.from({ length: 2 + below(4) }, () => `${position(size)}-${position(size)}`)
      return { value: `bytes=${list.join(pick([',', ', ', ',,']))}`, statuses: [200, 206, 416] }
    }
    const garbage = pick([
      'bytes=',
      'bytes',
      'bytes=-',
      'bytes=a-z',
      'lines=0-1',
      'bytes=1-2-3',
      '-',
    ])
    return { value: garbage, statuses: [200] }
  }

  /** `[header lines, statuses a condition may turn 200 and 206 into]` */
  const condition = (): readonly [string, readonly number[]] => {
    const tag = pick(['"x"', 'W/"x"', '"a,b", "c"', '"', '""', ',,', `"${below(99)}`])
    const date = pick([
      'Sun, 06 Nov 1994 08:49:37 GMT',
      'Sunday, 06-Nov-94 08:49:37 GMT',
      '1',
      'soon',
    ])
    const future = 'Thu, 01 Jan 2099 00:00:00 GMT'
    return pick<readonly [string, readonly number[]]>([
      ['If-None-Match: *\r\n', [304]],
      [`If-None-Match: ${tag}\r\n`, [200, 206, 416]],
      [`If-None-Match: ${tag}\r\nIf-Modified-Since: ${future}\r\n`, [200, 206, 416]],
      [`If-Modified-Since: ${future}\r\n`, [304]],
      [`If-Modified-Since: ${date}\r\n`, [200, 206, 416]],
      [`If-Match: ${tag}\r\n`, [412]],
      [`If-Unmodified-Since: ${future}\r\n`, [200, 206, 416]],
      [`If-Range: ${tag}\r\n`, [200]],
      [`If-Range: ${date}\r\n`, [200]],
    ])
  }

  const accepted = (): string =>
    pick(['', '', 'br', 'gzip', 'gzip, br', 'br;q=0, gzip;q=0.1', '*', 'identity', ';;q=,'])

  /** Some letters written as escapes. */
  const escaped = (path: string): string =>
    path.replace(/[a-z.]/g, (letter) =>
      chance(0.1) ? `%${letter.charCodeAt(0).toString(16)}` : letter,
    )

  const get = (changing: boolean): RandomRequest => {
    const file = pick(changing ? CHANGING : Object.keys(STABLE))
    const size = file in STABLE ? STABLE[file as keyof typeof STABLE] : 3000
    const method = chance(0.15) ? 'HEAD' : 'GET'
    const encoding = accepted()
    let statuses: readonly number[] = [200]
    let lines = encoding === '' ? '' : `Accept-Encoding: ${encoding}\r\n`
    if (chance(0.6)) {
      const asked = range(size)
      lines += `Range: ${asked.value}\r\n`
      // The compressed copy of a script has another size.
      if (method === 'GET') statuses = file.endsWith('.js') ? [200, 206, 416] : asked.statuses
    }
    if (chance(0.3)) {
      const [line, possible] = condition()
      lines += line
      const rest = statuses.filter((status) => possible.includes(status))
      statuses = rest.length > 0 ? rest : possible
    }
    const path = `${chance(0.2) ? escaped(file) : file}${chance(0.1) ? `?${below(99)}` : ''}`
    const target = chance(0.1) ? `http://localhost/${path}` : `/${path}`
    return {
      text: `${method} ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${lines}\r\n`,
      method,
      file,
      statuses: changing ? [200, 206, 304, 404, 412, 416] : statuses,
      mayBreak: changing,
      isBroken: false,
      abortAfter: chance(0.08) ? below(3) * 20_000 : null,
    }
  }

  const refused = (
    line: string,
    statuses: readonly number[],
    more: Partial<RandomRequest> = {},
  ): RandomRequest => ({
    text: `${line}\r\nHost: x\r\nConnection: close\r\n\r\n`,
    method: line.startsWith('HEAD ') ? 'HEAD' : 'GET',
    file: null,
    statuses,
    mayBreak: false,
    isBroken: false,
    abortAfter: null,
    ...more,
  })

  const up = (): string =>
    pick(['..', '%2e%2e', '.%2e', '%2E.', '..%2f..', '..\\', '..%5c', '%252e%252e', '..;', '...'])
  const outside = (): RandomRequest => {
    const path = Array.from({ length: 1 + below(5) }, up).join(pick(['/', '/', '//', '/dir/']))
    const start = pick(['/', '//', '/dir/', 'http://x/', '/large.bin/'])
    return refused(`GET ${start}${path}/${pick(['secret.json', '%73ecret.json'])} HTTP/1.1`, [404])
  }
  const linked = (): RandomRequest => {
    const target = pick(['/link.json', '/up/secret.json', '/up/dist/../secret.json', '/loop.json'])
    return refused(`GET ${target} HTTP/1.1`, [404])
  }
  const misspelt = (): RandomRequest => {
    const escape = pick(['%', '%z', '%zz', '%c0%ae', '%ff', '%e4%b8', '%u002e', '%%'])
    return refused(`GET /${pick(['', 'dir/', 'ten.json'])}${escape} HTTP/1.1`, [400])
  }
  const nul = (): RandomRequest =>
    refused(`GET /${pick(['', 'ten.json', 'dir/'])}%00 HTTP/1.1`, [404])
  const long = (): RandomRequest =>
    refused(
      `GET /${pick(['a', 'a/', '%61', '../'])}${'b'.repeat(below(40_000))}.js HTTP/1.1`,
      [404, 414, 431],
    )
  const method = (): RandomRequest => {
    const name = pick([
      'POST',
      'PUT',
      'OPTIONS',
      'TRACE',
      'CONNECT',
      'BREW',
      'get',
      'GETS',
      'M-SEARCH',
    ])
    return refused(`${name} ${name === 'CONNECT' ? 'x:1' : '/ten.json'} HTTP/1.1`, [405])
  }
  const page = (): RandomRequest =>
    refused(
      `${pick(['GET', 'HEAD'])} /${pick(['', 'review', 'a/b/c', '?x=%', 'dir/', 'dir'])} HTTP/1.1`,
      [200],
    )
  const noise = (): RandomRequest =>
    refused('', [400, 404, 405, 414, 431, 200], {
      text: `${pick(['', 'GET ', 'GET /', 'GET / HTTP/1.1\r\n'])}${bytes(1 + below(200))}\r\n\r\n`,
      mayBreak: true,
      isBroken: true,
    })
  /** An ordinary request with a few bytes changed, cut or doubled. */
  const mutated = (): RandomRequest => {
    const { text, file } = get(chance(0.3))
    const at = below(text.length)
    const broken = text.slice(0, at) + bytes(below(3)) + text.slice(at + below(4))
    return refused('', [200, 206, 301, 304, 400, 404, 405, 412, 414, 416, 417, 431, 501, 505], {
      text: `${broken}\r\n\r\n`,
      method: text.startsWith('HEAD') ? 'HEAD' : 'GET',
      file,
      mayBreak: true,
      isBroken: true,
      abortAfter: chance(0.3) ? 0 : null,
    })
  }

  const kinds: readonly (() => RandomRequest)[] = [
    () => get(false),
    () => get(false),
    () => get(false),
    () => get(true),
    () => get(true),
    () => get(true),
    outside,
    linked,
    misspelt,
    nul,
    long,
    method,
    page,
    noise,
    mutated,
    mutated,
  ]
  for (;;) yield pick(kinds)()
}
