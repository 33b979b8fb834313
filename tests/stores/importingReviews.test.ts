// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest'
import { DAY_MS, studyDay } from '../../src/domain/time.ts'
import { readLog } from '../../src/storage/readLog.ts'
import { useDisk } from '../../src/stores/disk.ts'
import { useImporting } from '../../src/stores/importing.ts'
import { useMemory } from '../../src/stores/memory.ts'
import { useSettings } from '../../src/stores/settings.ts'
import { useUndo } from '../../src/stores/undo.ts'
import { type CardOf, collectionOf, packageOf } from '../formats/ankiCollections.ts'
import { freshStores } from './freshStores.ts'

vi.mock('../../src/worker/language/client.ts', () => import('../ui/languageHere.ts'))
vi.mock('../../src/storage/dictionaryFiles.ts', () => import('../ui/languageHere.ts'))

freshStores()

const NOW = Date.now()
const offset = -new Date(NOW).getTimezoneOffset()
const TODAY = studyDay(NOW, offset, 4)
/** Ten days ago, at four in the morning. */
const CRT = ((TODAY - 10) * DAY_MS + 4 * 3_600_000 - offset * 60_000) / 1_000
const AT = (CRT + 3_600) * 1_000
const TYPES = { 11: ['Hanzi', 'Meaning'] }
const FRONTS = ['{{Hanzi}}', '{{Meaning}}']
const NOTES = [
  ['面包', 'bread'],
  ['小镇', 'town'],
  ['谈判', 'negotiation'],
].map((fields) => ({ type: 11, fields }))
const answersAt = (at: number) => [
  { at, ease: 3, ivl: 3, type: 0 },
  { at: at + 3 * DAY_MS, ease: 3, ivl: 9, type: 1 },
]
const CARDS: readonly CardOf[] = [
  { note: 0, type: 2, due: 12, answers: answersAt(AT) },
  { note: 0, ord: 1, type: 2, due: 10, answers: answersAt(AT + 1) },
  { note: 1, type: 2, due: 5, answers: answersAt(AT + 2) },
  { note: 2, type: 0, due: 1 },
]

async function take(cards: readonly CardOf[], takes = true) {
  await useSettings().change({ learning: 'zh' })
  const importing = useImporting()
  const bytes = packageOf(2, collectionOf(11, TYPES, NOTES, { crt: CRT, cards, fronts: FRONTS }))
  await importing.takeFiles([new File([bytes], 'a.apkg')])
  await importing.goTo('pick')
  const offered = importing.reviews
  importing.takesReviews = takes
  await importing.commit()
  return offered
}
const log = async () => readLog(await useDisk().open())
async function dueDays() {
  const memory = useMemory()
  await memory.load()
  const headword = (id: string) => memory.notes.find((note) => id.startsWith(note.id))?.headword
  return [...memory.today().state.cards]
    .map(([id, { dueDay, reps }]) => [`${headword(id)} ${id.split('.')[1]}`, dueDay! - TODAY, reps])
    .toSorted()
}

const TAKEN = [
  ['小镇 read', -5, 2],
  ['面包 produce', 0, 2],
  ['面包 read', 2, 2],
]

describe('the reviews of a package of Anki', () => {
  it('are taken over with the days their cards are due', async () => {
    expect(await take(CARDS)).toBe(3)
    expect(await dueDays()).toEqual(TAKEN)
  })

  it('are left where nobody wants them', async () => {
    expect(await take(CARDS, false)).toBe(3)
    expect(await log()).toEqual([])
  })

  it('are there once, however often the package comes', async () => {
    await take(CARDS)
    const before = await log()
    expect(await take(CARDS)).toBe(0)
    expect(await log()).toEqual(before)
    expect(await dueDays()).toEqual(TAKEN)
  })

  it('come again as far as they are new', async () => {
    await take(CARDS)
    const [first, ...others] = CARDS
    const more = { at: AT + 8 * DAY_MS, ease: 4, ivl: 20, type: 1 }
    const later = { ...first!, due: 28, answers: [...answersAt(AT), more] }
    expect(await take([later, ...others])).toBe(1)
    expect(await dueDays()).toEqual([...TAKEN.slice(0, 2), ['面包 read', 18, 3]])
  })

  it('do not go into cards that were reviewed here, too', async () => {
    await take(CARDS)
    const [answer] = (await log()).filter(({ type }) => type === 'answer').toReversed()
    if (answer?.type !== 'answer') throw new TypeError('no answer')
    const { id: _id, at: _at, device: _device, ...draft } = answer
    const memory = useMemory()
    await memory.load()
    const previous = memory.today().state.cards.get(answer.card)!.last
    await memory.append([{ ...draft, previous }])
    const more = { at: AT + 8 * DAY_MS, ease: 4, ivl: 20, type: 1 }
    const later = CARDS.map((card) => ({ ...card, answers: [...(card.answers ?? []), more] }))
    const each = later.map((card, at) => ({
      ...card,
      answers: card.answers.map((one) => (one === more ? { ...more, at: more.at + at } : one)),
    }))
    // Of four cards one was answered here.
    expect(await take(each)).toBe(3)
  })

  it('stay in the log when the import is undone, and are not asked for again', async () => {
    await take(CARDS)
    const before = (await log()).length
    await useUndo().undo('shell')
    expect((await log()).length).toBe(before)
    expect(await take(CARDS)).toBe(0)
    expect(await dueDays()).toEqual(TAKEN)
  })
})
