import type { Kind } from '../../src/domain/cards/kinds/kind.ts'
import { KINDS, type KindTable } from '../../src/domain/cards/kinds/table.ts'
import { indexedCards, queueNotes, type IndexedNote } from '../../src/domain/cards/queueNotes.ts'
import type { ReplayCard } from '../../src/domain/srs/cardState.ts'
import { buildQueue } from '../../src/domain/srs/queue/queue.ts'
import { replay } from '../../src/domain/srs/replay.ts'
import { DEFAULT_SRS_SETTINGS } from '../../src/domain/srs/settings.ts'
import { CARDS, END, makeLog } from './longLog.ts'

/** Three kinds more, one of which waits for another. */
const EIGHT: KindTable = [
  ...KINDS,
  ...['choose', 'spot', 'link'].map((kind, at): Kind => ({
    ...KINDS[at % KINDS.length]!,
    kind,
    of: ['term'],
  })),
]

/**
 * What a start does with notes once the index and the image are read: today's queue, of so many kinds of card. Beside it what
 * it no longer does, the making of every card.
 */
export function surveys(): readonly { readonly name: string; readonly work: () => unknown }[] {
  const states = statesOf(['read'])
  const all = statesOf(EIGHT.map(({ kind }) => kind))
  const survey = (kinds: KindTable, of: ReadonlyMap<string, ReplayCard>) => () =>
    buildQueue({
      notes: queueNotes(index(), kinds),
      states: of,
      now: { at: END, utcOffset: 480 },
      settings: DEFAULT_SRS_SETTINGS,
    })
  return [
    { name: `survey of 20,000 notes, ${KINDS.length} kinds`, work: survey(KINDS, states) },
    { name: '… 8 kinds', work: survey(EIGHT, states) },
    { name: '… 8 kinds, every card met', work: survey(EIGHT, all) },
    { name: `… every card made, ${KINDS.length} kinds`, work: () => indexedCards(index(), KINDS) },
    { name: '… every card made, 8 kinds', work: () => indexedCards(index(), EIGHT) },
  ]
}

const noteId = (number: number): string => `note${String(number).padStart(6, '0')}`

function index(): readonly IndexedNote[] {
  return Array.from({ length: CARDS }, (_, number) => {
    const article = `a${Math.floor(number / 400)}`
    return {
      id: noteId(number),
      kind: 'term',
      learning: 'zh',
      article,
      articles: [article],
      headword: `w${number}`,
      createdAt: number,
    }
  })
}

/** The states of the long log, for cards of these kinds. */
function statesOf(kinds: readonly string[]): ReadonlyMap<string, ReplayCard> {
  const states = new Map<string, ReplayCard>()
  for (const [id, state] of replay(makeLog(), DEFAULT_SRS_SETTINGS).cards) {
    const [note = ''] = id.split(':')
    for (const name of kinds) {
      const kind = EIGHT.find((one) => one.kind === name)!
      states.set(`${note}.${name}.${kind.direction === 'fromLearnt' ? 'zh-en' : 'en-zh'}`, state)
    }
  }
  return states
}
