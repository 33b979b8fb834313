import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import anchors from '../golden/v1Anchors.json'
import { articleIdOf } from '../../src/domain/article/articleRow.ts'
import { mapPair } from '../../src/domain/article/sharedAnchor.ts'
import { showArticle, type ShownArticle } from '../../src/domain/article/showArticle.ts'
import type { Side } from '../../src/domain/model.ts'
import { suspensionsOf, pairsIn, showNote } from '../../src/domain/notes/showNote.ts'
import { canonical } from '../../src/domain/records/canonical.ts'
import { fieldOf } from '../../src/domain/records/merged.ts'
import { knownWords } from '../../src/domain/records/settings.ts'
import { isAlive } from '../../src/domain/records/writing.ts'
import { seededRandom } from '../../src/domain/random.ts'
import { readBackup, writeBackup, type Backup } from '../../src/formats/backup.ts'
import { crc32 } from '../../src/formats/crc32.ts'

const bytesOf = (file: string) =>
  new Uint8Array(readFileSync(new URL(`../golden/${file}`, import.meta.url)))

async function read(bytes: Uint8Array<ArrayBuffer>): Promise<Backup> {
  const { value, issues } = await readBackup(bytes)
  expect(issues).toEqual([])
  return value!
}

const laptop = await read(bytesOf('v1Backup.duizhao'))
const phone = await read(bytesOf('v1BackupPhone.duizhao'))

const shownOf = ({ articles, revisions }: Backup): ReadonlyMap<string, ShownArticle> =>
  new Map(
    articles.flatMap((row) => {
      const own = revisions.filter(({ article }) => article === row.id)
      const shown = showArticle(row, own)
      return shown === null ? [] : [[row.id, shown]]
    }),
  )

const SIDES: readonly Side[] = ['zh', 'en']

/** Where the anchors of every note stand in every article whose texts are here, as lines to compare. */
function placesOf(backup: Backup): readonly string[] {
  const shown = shownOf(backup)
  const places: string[] = []
  for (const row of backup.notes) {
    // Deleted articles too: what is hidden must stand where it stood when it comes back.
    const found = showNote(row, (article) => shown.has(article))
    if (found === null) continue
    for (const [article, { version, texts, tree }] of shown) {
      for (const pair of pairsIn(found.note, article)) {
        const at = mapPair(pair, found.note.learning, tree, version.body.revision)
        for (const side of SIDES) {
          const [anchor, range] = [pair[side], at[side]]
          if (anchor === null) continue
          const text = range && texts[side].slice(range.start, range.end)
          places.push(canonical([row.id, article, side, anchor.quote, range, text]))
        }
      }
    }
  }
  return [...new Set(places)].sort()
}

/** What the version before found, by today's ids of articles. */
const expectedPlaces = (of: typeof anchors.laptop, gone: ReadonlySet<string>): readonly string[] =>
  [
    ...new Set(
      of.flatMap(({ note, article, contentHash, deck, side, quote, range, text }) => {
        const id = deck === null ? articleIdOf(contentHash) : article
        return gone.has(id) ? [] : [canonical([note, id, side, quote, range, text])]
      }),
    ),
  ].sort()

describe.each([
  ['laptop', laptop, anchors.laptop],
  ['phone', phone, anchors.phone],
] as const)('a backup of version 0.1.0 from a %s', (_of, backup, expected) => {
  const shown = shownOf(backup)
  const without = new Set(backup.articles.map(({ id }) => id).filter((id) => !shown.has(id)))

  it('has every anchor where it stood', () => {
    const places = placesOf(backup)
    expect(places.length).toBeGreaterThan(50)
    expect(places).toEqual(expectedPlaces(expected, without))
  })

  it('has its articles, entries and cards as they were', () => {
    expect(backup.articles).toHaveLength(7)
    expect(backup.articles.filter(isAlive)).toHaveLength(5)
    // Of one its texts had been given up.
    expect(shown.size).toBe(6)
    expect(backup.entries.length).toBeGreaterThan(560)
    expect(backup.notes.flatMap(suspensionsOf).length).toBeGreaterThan(0)
    const learner = backup.settings.find(({ id }) => id === 'learner')!
    expect(fieldOf(learner, 'hsk')).toBe(2)
    const known = backup.settings.find(({ id }) => id === 'known/en')!
    expect([...knownWords(known)].sort()).toEqual(['constructor', 'quiet'])
    expect(
      fieldOf(
        backup.settings.find(({ id }) => id === 'other')!,
        'lastScreen',
      ),
    ).toEqual({
      name: 'library',
      sort: 'newest',
    })
  })

  it('is the same bytes on every device that reads it, and in today’s version', async () => {
    const written = await writeBackup(backup)
    const again = await read(written)
    expect(again).toEqual(backup)
    expect(await writeBackup(again)).toEqual(written)
  })
})

it('notes keep the order in which they came', () => {
  const lines = gunzipSync(bytesOf('v1Backup.duizhao')).toString().trimEnd().split('\n')
  const notes = lines
    .map((line): { note?: { id: string } } => JSON.parse(line))
    .flatMap(({ note }) => note?.id ?? [])
  expect(laptop.notes.map(({ id }) => id).slice(0, notes.length)).toEqual(notes)
})

describe('files of which something was changed, checksum and all', () => {
  /** Another value in some place of a JSON value. */
  function spoilt(value: unknown, random: () => number): unknown {
    const other = [null, -1, 1e300, '', 'zzz', [], {}, true, [[]], { t: 1, v: null }]
    const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!
    if (typeof value !== 'object' || value === null || random() < 0.15) return pick(other)
    const keys = Object.keys(value)
    if (keys.length === 0) return pick(other)
    const key = pick(keys)
    const inner: unknown = spoilt(Reflect.get(value, key), random)
    if (Array.isArray(value)) return value.with(Number(key), inner)
    return { ...value, [random() < 0.1 ? `${key}x` : key]: inner }
  }

  it.each([
    ['version 1', () => Promise.resolve(bytesOf('v1Backup.duizhao'))],
    ['version 2', () => writeBackup(laptop)],
  ])('of %s are refused or can be shown: 100 of each', async (_version, bytes) => {
    const random = seededRandom(11)
    const lines = gunzipSync(await bytes())
      .toString()
      .trimEnd()
      .split('\n')
      .slice(0, -1)
      .filter((line, i) => i === 0 || !line.startsWith('{"answer"'))
    const answers = laptop.entries.filter(({ type }) => type === 'answer').length
    const first = lines[0]!.replace(
      /"entries":(\d+)/,
      (_all, n) => `"entries":${Number(n) - answers}`,
    )
    let refused = 0
    for (let n = 0; n < 100; n++) {
      const at = Math.floor(random() * lines.length)
      const all = lines.with(0, first)
      all[at] = JSON.stringify(spoilt(JSON.parse(all[at]!), random))
      const body = new TextEncoder().encode(all.map((line) => `${line}\n`).join(''))
      const end = new TextEncoder().encode(JSON.stringify({ crc32: crc32(body) }))
      const { value, issues } = await readBackup(new Uint8Array([...body, ...end]))
      expect(value === null).toBe(issues.length > 0)
      if (value === null) refused += 1
      else {
        placesOf(value)
        expect((await readBackup(await writeBackup(value))).value).toEqual(value)
      }
    }
    expect(refused).toBeGreaterThan(25)
    expect(refused).toBeLessThan(100)
  })
})
