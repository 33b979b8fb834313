import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { VersionContent } from '../domain/article/showArticle.ts'
import type { Side } from '../domain/model.ts'
import { termNote } from '../domain/notes/notes.ts'
import type { Undo } from '../storage/change.ts'
import { addNotes } from '../storage/notes.ts'
import { useChanges } from './changes.ts'
import { useDisk } from './disk.ts'
import { useLanguage } from './language.ts'
import { useMemory, type Known } from './memory.ts'
import { useProblems } from './problems.ts'
import { useSettings } from './settings.ts'
import { searchTexts } from './tappedWord/searchTexts.ts'
import { meansOf, type OwnSentence } from './tappedWord/ownSentences.ts'
import { cuttingOf } from '../domain/words/cutting.ts'
import { answered, tappedAt, termOf, type Tapped } from './tappedWord/tapped.ts'
import { useUndo, type Doing } from './undo.ts'
import { useWordCuts } from './wordCuts.ts'

export type { OwnSentence, Tapped }

/** A place somebody tapped. */
export interface Tap {
  readonly side: Side
  /** What it was tapped in. */
  readonly text: string
  /** Offset in it. */
  readonly at: number
  /** What translates that text; '' for nothing. */
  readonly translation: string
  /** The article it is from, and where the text begins there; null when only a quote is left. */
  readonly from: { readonly content: VersionContent; readonly start: number } | null
  /** The pair of the article that is read; null on a card. */
  readonly bead: number | null
}

/** How the tapped word stands with the learner. */
export interface Standing {
  readonly known: Known
  /** Seconds until its card comes back; null when it has none, is new, or is due. */
  readonly backIn: number | null
}

const DAY_S = 86_400
const NO_TEXTS = { zh: '', en: '' }

/** The word somebody tapped, in an article or on a card: what it is there, and what becomes of it. */
export const useTappedWord = defineStore('tappedWord', () => {
  const disk = useDisk()
  const language = useLanguage()
  const memory = useMemory()
  const problems = useProblems()
  const settings = useSettings()
  const undo = useUndo()
  const cuts = useWordCuts()

  const tapped = shallowRef<Tapped | null>(null)
  /** Where the tapped word stands besides, the article at hand first. */
  const sentences = shallowRef<readonly OwnSentence[]>([])
  let last: Tap | null = null
  /** Raised with every tap: an answer that comes after the next one is late. */
  let taps = 0
  const search = searchTexts(disk.open)
  useChanges().onChange(async ({ articles, everything }) => {
    if (everything || articles.size > 0) search.forget()
  })

  const learning = computed<Side>(() => settings.learner.learning)

  const standing = computed<Standing>(() => {
    const word = tapped.value
    if (word === null || memory.changes < 0) return { known: 'new', backIn: null }
    // A word of the translation is never known or learnt itself; its term may be.
    const known =
      word.side === learning.value
        ? memory.knowledgeOf(word.key, word.info.level, word.side)
        : 'new'
    return { known, backIn: known === 'learning' ? backIn(word.key) : null }
  })

  function backIn(word: string): number | null {
    const id = memory.cardOf(word)
    const { state, queue } = memory.today()
    const card = id === null ? undefined : state.cards.get(id)
    if (card === undefined || card.phase === 'new') return null
    const { dueAt, dueDay } = card
    const days = dueDay === null ? 0 : dueDay - queue.day
    const seconds = dueAt === null ? days * DAY_S : (dueAt - memory.now().at) / 1000
    return seconds > 0 ? seconds : null
  }

  /**
   * Looks up what stands at a place; where no word stands nothing changes.
   *
   * @param alone whether the word is wanted, though a phrase is around it
   */
  async function tap(wanted: Tap, alone = false): Promise<void> {
    const mine = ++taps
    const { side, text, at, translation, from, bead } = wanted
    const { thread } = await language.open()
    const own = await cuts.load()
    const [found, [words = []]] = await Promise.all([
      thread.lookUp(text, at, side, own, alone, translation),
      thread.words([text], side, own, [translation]),
    ])
    if (found === null || mine !== taps) return
    const range = from && {
      start: from.start + found.range.start,
      end: from.start + found.range.end,
    }
    const here = words.find(({ start, end }) => start <= at && at < end)
    const key = found.english === null ? (here?.key ?? found.headword) : found.headword
    const isName = here?.kind === 'name' && found.english?.isPhrase !== true
    const content = from?.content
    const whole = { terms: content?.article.terms ?? [], texts: content?.texts ?? NO_TEXTS }
    const cutting = side === 'zh' ? cuttingOf(text, found.range, words, own) : null
    const read = { info: found, side, range, key, text, bead, translation, isName, cutting }
    const { counterpart } = tappedAt(whole, read, learning.value)
    const info = await thread.meantHere(found, {
      side,
      reading: found.reading,
      counterpart,
      translation,
    })
    if (mine !== taps) return
    last = wanted
    sentences.value = []
    tapped.value = tappedAt(whole, { ...read, info }, learning.value)
    const spelt = here?.key ?? key
    void problems.attempt('article.tap', () => lookForSentences(wanted, tapped.value, spelt, mine))
  }

  async function lookForSentences(
    { from, text }: Tap,
    word: Tapped | null,
    key: string,
    mine: number,
  ): Promise<void> {
    if (word === null) return
    const { side, info } = word
    if (info.english?.isPhrase) return
    const { thread } = await language.open()
    const wanted = { side, key, form: info.form, means: meansOf(info, side) }
    const found = await search.find(wanted, from?.content ?? null, async (texts, of) =>
      thread.words(texts, of, await cuts.load()),
    )
    if (mine === taps) sentences.value = found.filter((one) => one.texts[side] !== text)
  }

  /** @param own what the learner says the word means, where nothing else does */
  async function learn(own = ''): Promise<void> {
    await closing(async ({ range, ...word }, content) => {
      if (range === null || content === undefined) return
      const { article, texts } = content
      const term = termOf(article, texts, { ...word, range }, learning.value, own)
      const note = answered(termNote(article, texts, term, learning.value, Date.now()))
      const { undo: back } = await addNotes(await disk.open(), [note])
      remember('article.learnt', term[learning.value], back)
    })
  }

  async function know(): Promise<void> {
    await closing(async ({ range, ...word }, content) => {
      const isOwn = word.side === learning.value || range === null || content === undefined
      const name = isOwn
        ? word.key
        : termOf(content.article, content.texts, { ...word, range }, learning.value)[learning.value]
      remember('article.madeKnown', name, await memory.sayKnown(name))
    })
  }

  /** Does something with the tapped word; its sheet is closed unless that was refused. */
  async function closing(
    work: (word: Tapped, content: VersionContent | undefined) => Promise<void>,
  ): Promise<void> {
    const [word, content, found] = [tapped.value, last?.from?.content, sentences.value]
    if (word === null) return
    const mine = taps
    close()
    try {
      await work(word, content)
    } catch (error) {
      if (tapped.value === null && taps === mine + 1) {
        tapped.value = word
        sentences.value = found
      }
      throw error
    }
  }
  function close(): void {
    taps += 1
    tapped.value = null
    sentences.value = []
  }

  /** Of a phrase and the word in it that was tapped, explains the other one. */
  async function choose(part: 'phrase' | 'word'): Promise<void> {
    if (last !== null) await tap(last, part === 'word')
  }

  /** Cuts the text at the tapped word as the learner wants, here and everywhere; null as the dictionary does. */
  async function cut(stretch: string, lengths: readonly number[] | null): Promise<void> {
    const again = last
    remember('article.recut', stretch, await cuts.cut(stretch, lengths))
    if (again !== null && tapped.value !== null) await tap(again)
  }

  function remember(what: Doing, title: string, back: Undo | undefined): void {
    const place = undo.place === 'review' ? 'review' : 'shell'
    if (back !== undefined) undo.push({ what, title, place, undo: back })
  }

  return { tapped, sentences, standing, tap, learn, know, cut, choose, close }
})
