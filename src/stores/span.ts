import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { rangeOf } from '../domain/bitext/bitext.ts'
import { otherSide, type Side, type Term, type TextRange } from '../domain/model.ts'
import { termNote } from '../domain/notes/notes.ts'
import { spanCounterpart } from '../domain/words/spanCounterpart.ts'
import { addNotes } from '../storage/notes.ts'
import { useDisk } from './disk.ts'
import { useReader } from './reader.ts'
import { useSettings } from './settings.ts'
import { answered } from './tappedWord/tapped.ts'
import { useUndo } from './undo.ts'

/** A stretch of a sentence that somebody selected. */
export interface Span {
  /** Index of its pair. */
  readonly bead: number
  readonly side: Side
  readonly text: string
  /** In the text of the article's side. */
  readonly range: TextRange
  /** What seems to stand for it in the translation; null where nothing tells. */
  readonly counterpart: TextRange | null
  /** That as text; '' for nothing. */
  readonly proposed: string
  /** The whole sentence on the other side. */
  readonly translation: string
}

/** What is selected in the article that is read, and the card it becomes. */
export const useSpan = defineStore('span', () => {
  const disk = useDisk()
  const reader = useReader()
  const settings = useSettings()
  const undo = useUndo()
  const span = shallowRef<Span | null>(null)

  /** @param from,to offsets in the text of the pair's side that is learnt */
  function select(bead: number, from: number, to: number): void {
    const { content } = reader
    const side = settings.learner.learning
    const pair = content?.article.beads[bead]
    const own = content && pair && rangeOf(content.article.segments[side], pair[side])
    if (!content || !pair || !own || to <= from) return drop()
    const other = otherSide(side)
    const there = rangeOf(content.article.segments[other], pair[other])
    const range = { start: own.start + from, end: Math.min(own.end, own.start + to) }
    const ranges = side === 'zh' ? { zh: own, en: there } : { zh: there, en: own }
    const counterpart = spanCounterpart(content.article.terms, ranges, range, side)
    const said = (of: TextRange | null) => (of ? content.texts[other].slice(of.start, of.end) : '')
    const text = content.texts[side].slice(range.start, range.end)
    const [proposed, translation] = [said(counterpart), said(there)]
    span.value = { bead, side, text, range, counterpart, proposed, translation }
  }
  function drop(): void {
    span.value = null
  }

  /** Makes a card of it; as it was where that is refused. */
  async function learn(answer: string): Promise<void> {
    const [chosen, { content }] = [span.value, reader]
    if (chosen === null || content === null) return
    drop()
    try {
      const { article, texts } = content
      const note = termNote(article, texts, termOf(chosen, answer), chosen.side, Date.now())
      const { undo: back } = await addNotes(await disk.open(), [answered(note)])
      if (back !== undefined)
        undo.push({ what: 'article.learnt', title: chosen.text, place: 'shell', undo: back })
    } catch (error) {
      span.value ??= chosen
      throw error
    }
  }

  function termOf({ bead, side, text, range, counterpart, proposed }: Span, answer: string): Term {
    const own = answer.trim()
    // What the learner wrote stands nowhere in the translation.
    const there = own === proposed ? counterpart : null
    const isZh = side === 'zh'
    return {
      zh: isZh ? text : own,
      en: isZh ? own : text,
      reading: isZh ? readingOf(bead, range) : '',
      gloss: [],
      kind: 'phrase',
      level: {},
      score: 0,
      occurrences: [isZh ? { zh: range, en: there } : { zh: there, en: range }],
    }
  }

  function readingOf(bead: number, range: TextRange): string {
    const pair = reader.pairs[bead]
    const content = reader.content
    const place = content?.article.beads[bead]
    const own = content && place && rangeOf(content.article.segments.zh, place.zh)
    if (!pair || !own) return ''
    const [from, to] = [range.start - own.start, range.end - own.start]
    return pair.words
      .filter(({ start, end }) => from <= start && end <= to)
      .flatMap(({ syllables }) => syllables.filter((one) => one !== null))
      .join(' ')
  }

  return { span, select, drop, learn }
})
