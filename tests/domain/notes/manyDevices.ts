import fc from 'fast-check'
import { seededRandom, shuffled } from '../../../src/domain/random.ts'
import { canonical } from '../../../src/domain/records/canonical.ts'
import { readRow, type Merged } from '../../../src/domain/records/merged.ts'
import { MOST_AHEAD } from '../../../src/domain/records/stamp.ts'
import { isAlive } from '../../../src/domain/records/writing.ts'
import { deckIn } from '../../../src/domain/article/versions.ts'
import { DECK, PLAIN } from './bitexts.ts'
import { Device, type Act } from './devices.ts'
import {
  bytesOfRow,
  emptyLibrary,
  encode,
  hold,
  keyOf,
  takeIn,
  type Kind,
  type Library,
} from './library.ts'
import type { Rules } from './rules.ts'

const DAY = 24 * 3_600_000
const START = 1_800_000_000_000

export const cases = fc.record({
  acts: fc.array(
    fc.record({
      who: fc.nat(3),
      what: fc.nat(18),
      x: fc.nat(1 << 20),
      y: fc.nat(1 << 20),
    }),
    { minLength: 6, maxLength: 22 },
  ),
  skews: fc.array(fc.constantFrom(0, -7 * 60_000, 3 * 3_600_000, 400 * DAY, -400 * DAY), {
    minLength: 4,
    maxLength: 4,
  }),
  seed: fc.nat(),
})

export interface Case {
  readonly acts: readonly Act[]
  readonly skews: readonly number[]
  readonly seed: number
}

const union = (rules: Rules, ...libraries: readonly Library[]): Library =>
  libraries.reduce((all, one) => takeIn(rules, all, one), emptyLibrary())

/** The same rows and revisions, in another order and with names in another order. */
function reordered({ rows, revisions }: Library, random: () => number): Library {
  const mixed = <T>(values: Readonly<Record<string, T>>) =>
    Object.fromEntries(shuffled(Object.entries(values), random))
  return {
    rows: new Map(
      shuffled([...rows], random).map(([key, { id, facts, fields }]): [string, Merged] => [
        key,
        { id, facts: mixed(facts), fields: mixed(fields) },
      ]),
    ),
    revisions: new Map(shuffled([...revisions], random)),
  }
}

/** All that is shown. */
function viewOf(rules: Rules, { rows, revisions }: Library): string {
  const isShown = (article: string) => {
    const row = rows.get(keyOf('article', article))
    return row !== undefined && isAlive(row)
  }
  const notes = [...rows]
    .filter(([key]) => key.startsWith('note '))
    .map(([, row]) => rules.showNote(row, isShown))
  for (const shown of notes)
    if (shown?.note.kind === 'term')
      for (const { article, zh } of shown.note.contexts)
        hold(zh === null || isShown(article), 'a context of a deleted article is shown')
  const articles = [DECK, PLAIN].map((id) => {
    const row = rows.get(keyOf('article', id))
    const shown = row && rules.showArticle(row, revisions.values())
    if (!shown) return null
    const { version, offered, article, texts } = shown
    const decks = [version, ...offered].flatMap((one) => deckIn(id, one.id) ?? [])
    hold(decks.length <= 1, 'an older revision of a deck is offered')
    return [version.id, offered.map((one) => one.id), article, texts]
  })
  return canonical([articles, notes.map((shown) => canonical(shown)).sort()])
}

/** Whatever happened, and however far ahead somebody's clock is: everything can be changed, and a change stays. */
function checkChangeable(rules: Rules, all: Library): void {
  const device = new Device(rules, 'DEVICE0009', () => START)
  takeIn(rules, device.library, all)
  for (const [key, row] of all.rows) {
    const kind = key.split(' ')[0] as Kind
    const values = Object.fromEntries(
      Object.keys(row.fields).map((name) => [name, name === 'deleted' ? false : 'mine']),
    )
    device.write(kind, row.id, values)
  }
  const merged = union(rules, all, device.library)
  for (const row of merged.rows.values())
    for (const [name, { v }] of Object.entries(row.fields))
      hold(v === 'mine' || (name === 'deleted' && v === false), 'a change did not stay')
  for (const key of all.rows.keys()) {
    const kind = key.split(' ')[0] as Kind
    device.delete(kind, device.library.rows.get(key)!.id)
  }
  const gone = union(rules, all, device.library)
  hold(
    [...gone.rows.values()].every((row) => !isAlive(row)),
    'a deletion did not stay',
  )
}

/** Every fact that any device has, those of later versions included, is in what they have together. */
function checkNothingLost(devices: readonly Device[], all: Library): void {
  for (const { library } of devices)
    for (const [key, row] of library.rows)
      for (const name of Object.keys(row.facts))
        hold(Object.hasOwn(all.rows.get(key)!.facts, name), 'a fact was lost')
}

/** What three devices and a clone of the first do and hand on must come to one and the same. */
export function live(rules: Rules, { acts, skews, seed }: Case): void {
  const random = seededRandom(seed)
  let time = START
  const skewOf = (i: number) => skews[i === 3 && seed % 2 === 0 ? 0 : i]!
  // The fourth is a cloned profile: it has the id of the first, and in half of the cases its clock.
  const devices = skews.map(
    (_, i) => new Device(rules, `DEVICE000${i % 3}`, () => time + skewOf(i)),
  )
  if (seed % 4 !== 0) {
    for (const device of devices.slice(1, 3))
      for (const article of [DECK, PLAIN]) device.import(article, 0)
    for (const device of [devices[0]!, devices[3]!])
      takeIn(rules, device.library, devices[2]!.library)
  }
  for (const act of acts) {
    time += act.x % 3
    devices[act.who]!.act(act, devices, random)
  }
  for (const [i, { clock }] of devices.entries())
    hold(clock.ms <= time + skewOf(i) + MOST_AHEAD + 100, 'a clock ran away')

  const [a, b, c, d] = devices.map(({ library }) => library) as [Library, Library, Library, Library]
  const one = union(rules, a, b, c, d)
  const bytes = encode(one)
  const forms = [
    union(rules, d, c, b, a),
    union(rules, union(rules, a, b), union(rules, c, d)),
    union(rules, reordered(c, random), reordered(one, random), a),
    union(rules, one, one),
  ]
  for (const form of forms) hold(encode(form) === bytes, 'libraries differ')
  checkRows(rules, [a, b, c, d], random)
  checkNothingLost(devices, one)
  const view = viewOf(rules, one)
  hold(viewOf(rules, reordered(forms[0]!, random)) === view, 'views differ')
  checkChangeable(rules, one)
}

/** Merging rows commutes, associates and changes nothing when done twice; nor does writing a row as JSON. Some of them. */
function checkRows(
  { mergeRows }: Rules,
  libraries: readonly Library[],
  random: () => number,
): void {
  const keys = shuffled([...new Set(libraries.flatMap(({ rows }) => [...rows.keys()]))], random)
  for (const key of keys.slice(0, 3)) {
    const rows = libraries.flatMap(({ rows }) => rows.get(key) ?? [])
    const [x, y = x, z = y] = rows
    if (x === undefined || y === undefined || z === undefined) continue
    const same = (one: Merged, two: Merged) => bytesOfRow(one) === bytesOfRow(two)
    hold(same(mergeRows(x, y), mergeRows(y, x)), 'merging rows does not commute')
    const [left, right] = [mergeRows(mergeRows(x, y), z), mergeRows(x, mergeRows(y, z))]
    hold(same(left, right), 'merging rows does not associate')
    hold(same(mergeRows(left, left), left), 'merging a row with itself changes it')
    const read = readRow(JSON.parse(JSON.stringify(left)))
    hold(read !== null && same(read, left), 'a row does not survive being written')
  }
}
