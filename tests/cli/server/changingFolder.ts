import {
  appendFileSync,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { CHANGING, STABLE } from './randomRequests.ts'

export const PAGE = '<title>app</title>'
/** Stands in every file outside of the folder, and in none inside. */
export const SECRET = 'SECRET-outside-the-folder'

const RESIZED_BYTES = 400_000

/**
 * A folder to serve whose files change at every call of `change`, and everything they ever were.
 *
 * Files are replaced by rename, or cut and continued with the bytes that stood there: whatever a right server sends
 * is a part of one of the versions.
 */
export class ChangingFolder {
  readonly dist: string
  /** By name, compressed copies included; each the longest the version has been. */
  readonly versions = new Map<string, Buffer[]>()
  readonly #random: () => number
  #away = false

  constructor(root: string, random: () => number) {
    this.dist = join(root, 'dist')
    this.#random = random
    mkdirSync(join(this.dist, 'dir'), { recursive: true })
    mkdirSync(join(root, 'outside'))
    for (const name of ['secret.json', 'outside/inner.js']) writeFileSync(join(root, name), SECRET)
    symlinkSync(join(root, 'secret.json'), join(this.dist, 'link.json'))
    symlinkSync('loop.json', join(this.dist, 'loop.json'))
    symlinkSync(root, join(this.dist, 'up'))

    this.#replace('index.html', Buffer.from(PAGE))
    for (const [name, size] of Object.entries(STABLE)) this.#replace(name, this.#content(size))
    for (const name of CHANGING) this.#replace(name, this.#content(3000))
    this.#replace('resized.bin', this.#content(RESIZED_BYTES))
    for (const name of ['page.js', 'swapped.js']) this.#compress(name)
  }

  change(): void {
    const path = (name: string): string => join(this.dist, name)
    const changes: readonly (() => void)[] = [
      () => {
        this.#replace('swapped.js', this.#content(1 + this.#below(6000)))
        this.#compress('swapped.js')
      },
      () => rmSync(path(this.#random() < 0.5 ? 'swapped.js.br' : 'deleted.json'), { force: true }),
      () => this.#replace('deleted.json', this.#content(3000)),
      () => truncateSync(path('resized.bin'), this.#below(statSync(path('resized.bin')).size + 1)),
      () => {
        const { size } = statSync(path('resized.bin'))
        const all = this.versions.get('resized.bin')?.at(-1) ?? Buffer.alloc(0)
        const more = size < RESIZED_BYTES / 2 ? RESIZED_BYTES : this.#below(2000)
        appendFileSync(path('resized.bin'), all.subarray(size, size + more))
      },
      () => {
        if (existsSync(path('draft'))) rmSync(path('draft'))
        symlinkSync('../secret.json', path('draft'))
        renameSync(path('draft'), path('linked.json'))
      },
      () => this.#replace('linked.json', this.#content(3000)),
      () => {
        if (this.#away) {
          rmSync(path('dir'))
          renameSync(path('real'), path('dir'))
        } else {
          renameSync(path('dir'), path('real'))
          symlinkSync('../outside', path('dir'))
        }
        this.#away = !this.#away
      },
    ]
    changes[this.#below(changes.length)]?.()
  }

  #below(end: number): number {
    return Math.floor(this.#random() * end)
  }

  /** Letters that differ from version to version and from place to place. */
  #content(size: number): Buffer {
    const step = 1 + this.#below(1000)
    return Buffer.from(
      Uint8Array.from({ length: size }, (_, at) => 97 + (((at * step) % 9973) % 26)),
    )
  }

  #replace(name: string, content: Buffer): void {
    writeFileSync(join(this.dist, 'new'), content)
    renameSync(join(this.dist, 'new'), join(this.dist, name))
    this.versions.set(name, [...(this.versions.get(name) ?? []), content])
  }

  #compress(name: string): void {
    const content = this.versions.get(name)?.at(-1) ?? ''
    this.#replace(
      `${name}.br`,
      brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }),
    )
    this.#replace(`${name}.gz`, gzipSync(content, { level: 1 }))
  }
}
