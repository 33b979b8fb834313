import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { todayPassage, type TodayPassage } from '../domain/cards/todayPassage.ts'
import type { Note, Sides } from '../domain/model.ts'
import { comingSoon, type Queue } from '../domain/srs/queue/queue.ts'
import type { Readable } from '../domain/words/coverage.ts'
import { readArticle } from '../storage/articles.ts'
import { readNote, readShown } from '../storage/notes.ts'
import { useCoverage } from './coverage.ts'
import { unlessNoDictionary } from './unlessNoDictionary.ts'
import { useDisk } from './disk.ts'
import { useMemory } from './memory.ts'
import { useSettings } from './settings.ts'

/** The text that today's cards come from. */
export interface TodayText {
  readonly article: string
  readonly title: Sides<string>
  readonly passage: TodayPassage
  /** How much of the whole article can be read; null until that is known. */
  readonly readable: Readable | null
  /** How much more of it than a week ago, −1 … 1. */
  readonly gained: number
}

/** Cards of today that are looked at: the ones that come first. */
const MOST = 40

const asked = (queue: Queue) => [
  ...queue.main
    .slice(queue.mainDone, queue.mainDone + MOST)
    .map((card) => ({ card, isNew: false })),
  ...queue.fresh
    .slice(queue.freshDone, queue.freshDone + MOST)
    .map((card) => ({ card, isNew: true })),
]

/** The picture on Today: where the next card comes from, and what of it can be read. */
export const useTodayText = defineStore('todayText', () => {
  const disk = useDisk()
  const memory = useMemory()
  const coverage = useCoverage()
  const settings = useSettings()
  const text = shallowRef<TodayText | null>(null)
  let looks = 0

  /** Looks again: for an idle moment, it may start the language thread. */
  async function look(): Promise<void> {
    const mine = (looks += 1)
    const found = await find()
    if (mine !== looks) return
    text.value = found
    if (found === null) return
    const readable = await unlessNoDictionary(coverage.of(found.article))
    const gained = readable === null ? 0 : await gainedOf(found.article, readable)
    if (mine === looks) text.value = { ...found, readable, gained }
  }

  async function find(): Promise<TodayText | null> {
    const { queue } = memory.today()
    const article = comingSoon(queue)[0]?.article
    if (!article) return null
    const device = await disk.open()
    const source = await readArticle(device, article)
    if (source === null || source.article.deletedAt !== undefined) return null
    const isShown = await readShown(device)
    const notes = new Map<string, { note: Note; isNew: boolean }>()
    for (const { card, isNew } of asked(queue)) {
      if (card.article !== article || notes.has(card.note)) continue
      const note = await readNote(device, card.note, isShown)
      if (note !== null) notes.set(card.note, { note, isNew })
    }
    const passage = todayPassage(source, settings.learner.learning, [...notes.values()])
    return passage && { article, title: source.article.title, passage, readable: null, gained: 0 }
  }

  async function gainedOf(article: string, { known }: Readable): Promise<number> {
    const { rememberReach } = await import('../storage/reach.ts')
    const { day } = memory.today().queue
    const shares = new Map([[article, known]])
    const { learning } = settings.learner
    const gained = await rememberReach(await disk.open(), learning, day, shares)
    return gained.get(article) ?? 0
  }

  return { text, look }
})
