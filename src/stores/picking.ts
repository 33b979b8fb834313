import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { rangeOf, textOf } from '../domain/bitext/bitext.ts'
import {
  coverage as coverageOf,
  coverageAfter,
  type CountedWord,
  wordsIn,
} from '../domain/words/coverage.ts'
import { noteIdOfTerm } from '../domain/ids.ts'
import { headwordOf } from '../domain/terms/english/headwordOf.ts'
import type { Note } from '../domain/model.ts'
import { type NoteSource, sentenceNote, termNote } from '../domain/notes/notes.ts'
import { termsOfList } from '../domain/learner/listedBeads.ts'
import { rankTerms, suggestSentences, suggestTerms } from '../domain/learner/suggest.ts'
import type { Draft } from '../worker/language/protocol.ts'
import { useLanguage } from './language.ts'
import { useWordCuts } from './wordCuts.ts'
import { useMemory } from './memory.ts'
import { useOwnReadings } from './ownReadings.ts'
import { useSettings } from './settings.ts'

/** Sentences offered for ticking, and how many of them are ticked; any other can be learnt from the article. */
const OFFERED_SENTENCES = 12
const TICKED_SENTENCES = 8
/** Terms that can be chosen with one move: a week of new words. */
const MOST_AT_ONCE = 60

/** What of a draft is to be learnt: the ticks, what they do to coverage, and the notes they become. */
export const usePicking = defineStore('picking', () => {
  const language = useLanguage()
  const cuts = useWordCuts()
  const memory = useMemory()
  const settings = useSettings()
  const ownReadings = useOwnReadings()

  const draft = shallowRef<Draft | null>(null)
  const terms = shallowRef<ReadonlySet<number>>(new Set())
  const sentences = shallowRef<ReadonlySet<number>>(new Set())
  const offered = shallowRef<readonly number[]>([])
  /** Terms worth learning, best first; of a list of words none, for all of it is wanted. */
  const ranking = shallowRef<readonly number[]>([])
  const words = shallowRef<readonly CountedWord[] | null>(null)
  const learning = computed(() => settings.learner.learning)

  /** Ticks what is worth it for this learner, and counts what they know. */
  async function prepare(whole: Draft): Promise<void> {
    await Promise.all([memory.load(), ownReadings.load()])
    const counted = await countWords(whole)
    const knowledge = (word: CountedWord) =>
      memory.knowledgeOf(word.key, word.level, learning.value)
    const { cefr } = settings.learner
    const suggested = suggestSentences(whole, learning.value, counted, knowledge, cefr)
    draft.value = whole
    words.value = counted
    // Whoever brings a list wants its words: all that are new, and those once.
    const list = termsOfList(whole, learning.value)
    ranking.value = list ? [] : rankTerms(whole, learning.value, counted, knowledge, cefr)
    terms.value = new Set(
      list?.filter((index) => !met.value.has(index)) ??
        suggestTerms(whole, learning.value, counted, knowledge, cefr),
    )
    offered.value = suggested.slice(0, OFFERED_SENTENCES)
    sentences.value = new Set(suggested.slice(0, TICKED_SENTENCES))
  }

  async function countWords(whole: Draft): Promise<readonly CountedWord[]> {
    const { thread } = await language.open()
    const segments = whole.segments[learning.value]
    const texts = segments.map(({ start, end }) => whole.texts[learning.value].slice(start, end))
    const found = await thread.words(texts, learning.value, await cuts.load())
    return found.flatMap((own, i) => {
      const offset = segments[i]?.start ?? 0
      return own
        .filter((word) => word.kind === 'word')
        .map(({ key, level, start, end }) => ({
          key,
          level,
          start: start + offset,
          end: end + offset,
        }))
    })
  }

  /** Shares of the running words known before and with the ticked terms, 0 … 1; null until they are counted. */
  const coverage = computed(() => {
    const [whole, counted] = [draft.value, words.value]
    if (whole === null || counted === null) return null
    const known = (word: CountedWord) =>
      memory.knowledgeOf(word.key, word.level, learning.value) === 'known'
    const picked = [...terms.value].flatMap((index) => whole.terms[index] ?? [])
    return {
      before: coverageOf(counted, known),
      after: coverageAfter(counted, known, picked, learning.value),
    }
  })

  /** Terms that have a note already: picking one adds this article as a context. */
  const met = computed(() => {
    const have = new Set(memory.notes.map(({ id }) => id))
    const found = new Set<number>()
    draft.value?.terms.forEach((term, index) => {
      const reading = learning.value === 'zh' ? term.reading : ''
      const id = noteIdOfTerm(learning.value, headwordOf(term, learning.value), reading, 0)
      if (have.has(id)) found.add(index)
    })
    return found
  })

  /** Terms all of whose words the learner knows by now. */
  const known = computed(() => {
    const [whole, counted] = [draft.value, words.value]
    const found = new Set<number>()
    if (whole === null || counted === null) return found
    whole.terms.forEach(({ occurrences }, index) => {
      const range = occurrences.find(({ [learning.value]: here }) => here)?.[learning.value]
      const own = range ? wordsIn(counted, range) : []
      const isKnown = ({ key, level }: CountedWord) =>
        memory.knowledgeOf(key, level, learning.value) === 'known'
      if (own.length > 0 && own.every(isKnown)) found.add(index)
    })
    return found
  })

  /** How many of the terms worth learning can be chosen, and how many are. */
  const amount = computed(() => {
    const most = Math.min(MOST_AT_ONCE, ranking.value.length)
    return { most, now: ranking.value.filter((index) => terms.value.has(index)).length }
  })
  /** Ticks so many of the terms worth learning, the best ones; what else was ticked stays. */
  function chooseMany(wanted: number): void {
    const ranked = new Set(ranking.value)
    const others = [...terms.value].filter((index) => !ranked.has(index))
    terms.value = new Set([...ranking.value.slice(0, wanted), ...others])
  }

  /** The sentences offered, with their texts. */
  const offers = computed(() => {
    const whole = draft.value
    if (whole === null) return []
    return offered.value
      .filter((bead) => bead < whole.beads.length)
      .map((bead) => ({ bead, zh: textOf(whole, bead, 'zh'), en: textOf(whole, bead, 'en') }))
  })

  function toggled(set: ReadonlySet<number>, item: number): ReadonlySet<number> {
    const next = new Set(set)
    if (!next.delete(item)) next.add(item)
    return next
  }
  function toggleTerm(index: number): void {
    terms.value = toggled(terms.value, index)
  }
  function toggleSentence(bead: number): void {
    sentences.value = toggled(sentences.value, bead)
  }

  /** Puts ticks back as they were kept. */
  function restore(keptTerms: readonly number[], keptSentences: readonly number[]): void {
    terms.value = new Set(keptTerms)
    sentences.value = new Set(keptSentences)
  }

  function forget(): void {
    draft.value = null
    words.value = null
    offered.value = []
    ranking.value = []
    restore([], [])
  }

  /** The notes of what is ticked, terms first, both in the order of the article's lists; with those there are already, when asked. */
  function notesOf(
    article: NoteSource,
    whole: Draft,
    createdAt: number,
    withMet = false,
  ): readonly Note[] {
    const inOrder = (picked: ReadonlySet<number>) => [...picked].toSorted((a, b) => a - b)
    const wanted = withMet ? new Set([...terms.value, ...met.value]) : terms.value
    const ofTerms = inOrder(wanted)
      .flatMap((index) => whole.terms[index] ?? [])
      .map((term) => termNote(article, whole.texts, term, learning.value, createdAt))
    const ofSentences = inOrder(sentences.value).flatMap((at) => {
      const bead = whole.beads[at]
      const range = bead && rangeOf(whole.segments[learning.value], bead[learning.value])
      if (!range) return []
      return [sentenceNote(article, whole.texts, range, learning.value, createdAt)]
    })
    return [...ofTerms, ...ofSentences]
  }

  return {
    terms,
    sentences,
    coverage,
    met,
    known,
    ranking,
    amount,
    chooseMany,
    offers,
    prepare,
    toggleTerm,
    toggleSentence,
    restore,
    forget,
    notesOf,
  }
})
