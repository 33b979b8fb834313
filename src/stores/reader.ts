import { cardsOf } from '../domain/cards/cards.ts'
import { repairArticle } from '../domain/article/edit.ts'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { rangeOf, textOf } from '../domain/bitext/bitext.ts'
import { canGive, type Repair } from '../domain/bitext/repair.ts'
import { AppError } from '../domain/errors.ts'
import {
  otherSide,
  type Article,
  type Note,
  type Side,
  type Sides,
  type Term,
} from '../domain/model.ts'
import { sentenceNote, termNote } from '../domain/notes/notes.ts'
import { headwordOf } from '../domain/terms/english/headwordOf.ts'
import { keepPlace, readPlace } from '../storage/readingPlaces.ts'
import { readArticle, type StoredArticle } from '../storage/articles.ts'
import { releaseFound } from '../storage/care.ts'
import type { Undo } from '../storage/change.ts'
import { editArticle } from '../storage/editing.ts'
import { addNotes, notesOfArticle } from '../storage/notes.ts'
import type { Word } from '../domain/words/words.ts'
import { useChanges } from './changes.ts'
import { useDisk } from './disk.ts'
import { useDoubts } from './doubts.ts'
import { useLanguage } from './language.ts'
import { useMemory, type Known } from './memory.ts'
import { useOwnReadings } from './ownReadings.ts'
import { useProblems } from './problems.ts'
import { folding } from './reader/folding.ts'
import { otherVersion } from './reader/otherVersion.ts'
import { learntSentences } from './reader/learntSentences.ts'
import { useTappedWord } from './tappedWord.ts'
import { answered } from './tappedWord/tapped.ts'
import { useWordCuts } from './wordCuts.ts'
import { useSettings } from './settings.ts'
import { useUndo, type Doing } from './undo.ts'

/** A pair of the article as the reader shows it. */
export interface Pair {
  readonly at: number
  readonly texts: Sides<string>
  readonly confidence: number
  readonly canGive: Sides<{ up: boolean; down: boolean }>
  readonly words: readonly Word[]
  readonly knowledge: readonly (Known | 'other')[]
  /** Whether its sentence is a card already. */
  readonly learnt: boolean
  /** Whether that card has matured: the translation is not needed any more. */
  readonly matured: boolean
  /** Which paragraph of the side learnt it stands in. */
  readonly paragraph: number
}

/** Of a text with more new words than this, 0 … 1, only those are marked that are worth most. */
const MOST_NEW = 0.3
/** So many words are chosen then. */
const CHOSEN = 16

/** The article that is open: its pairs and words, what of them is learnt, and what was just changed. */
export const useReader = defineStore('reader', () => {
  const disk = useDisk()
  const language = useLanguage()
  const memory = useMemory()
  const settings = useSettings()
  const doubts = useDoubts()
  const ownReadings = useOwnReadings()
  const problems = useProblems()
  const undo = useUndo()
  const word = useTappedWord()
  const cuts = useWordCuts()

  const source = shallowRef<StoredArticle | null>(null)
  const notes = shallowRef<readonly Note[]>([])
  /** By the text they are the words of: after an edit those of other texts are still right. */
  const words = shallowRef<ReadonlyMap<string, readonly Word[]>>(new Map())
  const missing = ref(false)

  const learning = computed<Side>(() => settings.learner.learning)
  const version = otherVersion(source, disk.open)
  const article = computed(() => version.onScreen.value?.article ?? null)
  const texts = computed<Sides<string>>(() => version.onScreen.value?.texts ?? { zh: '', en: '' })
  const bitext = computed(() => article.value && { ...article.value, texts: texts.value })

  const sentences = computed(() => learntSentences(version.onScreen.value, notes.value))

  const hasMatured = (at: number): boolean => {
    const note = memory.changes > 0 ? sentences.value.get(at) : undefined
    return note !== undefined && cardsOf(note).some((card) => memory.isStable(card))
  }
  const folds = folding(hasMatured)

  const pairs = computed<readonly Pair[]>(() => {
    const whole = bitext.value
    if (whole === null || memory.changes < 0) return []
    let paragraph = 0
    return whole.beads.map((bead, at) => {
      paragraph = whole.segments[learning.value][bead[learning.value].from]?.paragraph ?? paragraph
      const texts = { zh: textOf(whole, at, 'zh'), en: textOf(whole, at, 'en') }
      const own = words.value.get(texts[learning.value]) ?? []
      return {
        at,
        texts,
        confidence: bead.confidence,
        canGive: { zh: canGive(whole, at, 'zh'), en: canGive(whole, at, 'en') },
        words: own,
        knowledge: own.map(knowledgeOf),
        learnt: sentences.value.has(at),
        matured: hasMatured(at),
        paragraph,
      }
    })
  })
  const knowledgeOf = (word: Word): Known | 'other' =>
    word.kind === 'word' ? memory.knowledgeOf(word.key, word.level, learning.value) : 'other'

  const shareOf = (of: Known): number => {
    const counted = pairs.value.flatMap((pair) => pair.knowledge).filter((one) => one !== 'other')
    return counted.filter((one) => one === of).length / counted.length
  }
  /** Share of the counted running words that are known, 0 … 1; null until the words are there. */
  const coverage = computed(() => (Number.isNaN(shareOf('known')) ? null : shareOf('known')))

  /** The new words that are marked, where too many are new to mark them all; null where all are. */
  const marked = computed<ReadonlySet<string> | null>(() => {
    if (!(shareOf('new') > MOST_NEW)) return null
    const chosen = offers.value.filter(({ term }) => term.kind !== 'name').slice(0, CHOSEN)
    return new Set(chosen.map(({ term }) => headwordOf(term, learning.value)))
  })

  /** Terms of the article that have no note yet, best first. */
  const offers = computed(() => {
    const taken = new Set(
      notes.value.flatMap((note) => (note.kind === 'term' ? [note.headword] : [])),
    )
    return (article.value?.terms ?? [])
      .map((term, index) => ({ term, index }))
      .filter(({ term }) => !taken.has(term[learning.value].trim()))
  })

  async function open(id: string): Promise<void> {
    if (source.value?.article.id !== id) {
      source.value = null
      words.value = new Map()
      folds.forget()
      word.close()
      version.look(false)
    }
    missing.value = false
    await Promise.all([memory.load(), ownReadings.load()])
    await read(id)
    await readWords()
  }

  async function read(id: string): Promise<void> {
    const device = await disk.open()
    const found = await readArticle(device, id)
    const alive = found !== null && found.article.deletedAt === undefined
    notes.value = alive ? await notesOfArticle(device, id) : []
    source.value = alive ? found : null
    missing.value = !alive
  }

  async function readWords(): Promise<void> {
    const whole = bitext.value
    if (whole === null) return
    const own = whole.beads.map((_, at) => textOf(whole, at, learning.value))
    const { thread } = await language.open()
    const others = whole.beads.map((_, at) => textOf(whole, at, otherSide(learning.value)))
    const found = await thread.words(own, learning.value, await cuts.load(), others)
    // The article may have changed under the answer.
    if (bitext.value === whole)
      words.value = new Map(own.map((text, at) => [text, found[at] ?? []]))
    void problems.attempt('doubts.look', lookForDoubts)
  }

  useChanges().onChange(async ({ articles, notes: written, everything }) => {
    const id = article.value?.id
    if (id === undefined) return
    const isEdited = everything || articles.has(id)
    if (isEdited) await readAnew()
    else if (written.size > 0) await read(id)
  })
  cuts.onChange(readWords)
  async function readAnew(): Promise<void> {
    if (article.value !== null) await read(article.value.id)
    await readWords()
  }

  /** Takes a while and is in nobody's way: the marks appear when they are there. */
  async function lookForDoubts(): Promise<void> {
    const whole = bitext.value
    if (whole !== null) await doubts.look(whole, whole.id, whole.settledDoubts)
  }

  /** Calls a doubt about the translation fine; it is not mentioned again. */
  async function settleDoubt(name: string): Promise<void> {
    remember('doubts.settled', '', await doubts.settle(name))
  }
  function remember(what: Doing, title: string, back: Undo | undefined): void {
    if (back !== undefined) undo.push({ what, title, place: 'shell', undo: back })
  }

  /** Looks up the word at an offset of a pair's text on one side. */
  async function tap(bead: number, at: number, side: Side = learning.value): Promise<void> {
    const [whole, content] = [bitext.value, version.onScreen.value]
    const pair = whole?.beads[bead]
    const place = whole && pair && rangeOf(whole.segments[side], pair[side])
    if (!whole || !content || !place) return
    const text = textOf(whole, bead, side)
    const translation = textOf(whole, bead, otherSide(side))
    const from = { content, start: place.start }
    await word.tap({ side, text, at, translation, from, bead })
  }

  async function add(made: (whole: Article) => Note, title: string): Promise<void> {
    const whole = article.value
    if (whole === null) return
    const { undo: back } = await addNotes(await disk.open(), [made(whole)])
    remember('article.learnt', title, back)
  }

  async function learnTerm(index: number): Promise<void> {
    const term = article.value?.terms[index]
    if (term !== undefined) await learn(term)
  }
  const learn = (term: Term): Promise<void> =>
    add(
      (whole) => answered(termNote(whole, texts.value, term, learning.value, Date.now())),
      term[learning.value],
    )
  async function learnSentence(at: number): Promise<void> {
    const bead = article.value?.beads[at]
    const range =
      article.value && bead && rangeOf(article.value.segments[learning.value], bead[learning.value])
    if (!range) return
    await add(
      (whole) =>
        sentenceNote(whole, texts.value, range, learning.value, Date.now(), source.value?.tree),
      texts.value[learning.value].slice(range.start, range.end),
    )
  }

  /** Repairs a pair of the stored article; every card keeps its reviews. */
  async function repair(at: number, action: Repair): Promise<void> {
    const before = source.value
    if (before === null || version.looking.value) return
    const device = await disk.open()
    try {
      const { undo: back } = await editArticle(device, before, repairArticle(before, at, action))
      await releaseFound(device)
      remember('article.repaired', '', back)
    } catch (error) {
      // Another tab was faster, and its message may be still on the way: the article is another by now.
      if (error instanceof AppError && error.code === 'changedElsewhere') await readAnew()
      throw error
    }
  }

  async function look(wanted: boolean): Promise<void> {
    version.look(wanted)
    await readWords()
  }

  /** The pair at which the learner stopped to read it; 0 where they did not. */
  const placeIn = async (id: string): Promise<number> => readPlace(await disk.open(), id)
  const stopAt = async (id: string, pair: number): Promise<void> =>
    keepPlace(await disk.open(), id, pair)

  return {
    article,
    content: version.onScreen,
    marked,
    placeIn,
    stopAt,
    otherVersion: version.offered,
    looking: version.looking,
    look,
    takeVersion: version.take,
    leaveVersion: version.leave,
    missing,
    pairs,
    coverage,
    offers,
    foldAll: folds.all,
    open,
    isFolded: folds.isFolded,
    unfold: folds.unfold,
    fold: folds.fold,
    turnFold: folds.turn,
    toggleFoldAll: folds.toggleAll,
    tap,
    settleDoubt,
    learnTerm,
    learnSentence,
    repair,
  }
})
