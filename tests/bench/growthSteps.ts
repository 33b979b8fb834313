import { performance } from 'node:perf_hooks'
import { cpuUsage } from 'node:process'
import { buildArticle } from '../../src/domain/article/build.ts'
import { deckToDraft } from '../../src/domain/article/deck.ts'
import type { Pivots } from '../../src/domain/dictionary/pivots.ts'
import type { Dictionary } from '../../src/domain/dictionary/dictionary.ts'
import type { LearnersEnglish } from '../../src/domain/dictionary/learnersEnglish.ts'
import { findDoubts } from '../../src/domain/doubts/findDoubts.ts'
import type { Deck, Sides } from '../../src/domain/model.ts'
import { learnersTerms } from '../../src/domain/terms/english/learnersTerms.ts'
import { linkerWith } from '../../src/domain/terms/linker.ts'
import { recogniseLayout } from '../../src/domain/text/layout.ts'
import type { Layout, Source } from '../../src/domain/text/layoutTypes.ts'
import { wordsOf } from '../../src/domain/words/words.ts'
import { readClipboard, readInput } from '../../src/formats/readInput.ts'
import { FIRST, type Shape } from './growthShapes.ts'

/** What a step of the way from a file to an article cost. */
export interface StepCost {
  readonly step: string
  /** Of the processor, which another program's work does not add to. */
  readonly seconds: number
  /** The longest time between two chances to cancel; of a step that gives none, all of it. */
  readonly longestMs: number
}

export interface Resources {
  readonly dictionary: Dictionary
  readonly pivots: Pivots | null
  readonly english: LearnersEnglish
}

const now = (): number => {
  const { user, system } = cpuUsage()
  return (user + system) / 1e6
}

/** What a shape is taken for: the file somebody picks, or both sides of a bitext. */
export const WAYS = ['file', 'sides'] as const
export type Way = (typeof WAYS)[number]

/** Takes a shape of this length through every step; calls `tell` after each. */
export async function takeSteps(
  shape: Shape,
  length: number,
  way: Way,
  { dictionary, pivots, english }: Resources,
  tell: (cost: StepCost) => void,
): Promise<void> {
  async function timed<T>(step: string, work: () => T | Promise<T>): Promise<T> {
    const [startedAt, wall] = [now(), performance.now()]
    const result = await work()
    tell({ step, seconds: now() - startedAt, longestMs: performance.now() - wall })
    return result
  }
  /** Runs a task, each of its steps told under the name the task gives it, the first one under `name`. */
  function ran<P, T>(
    name: string,
    task: Generator<P, T>,
    nameOf: (progress: P) => string = () => name,
  ): T {
    let [startedAt, longestMs, wall] = [now(), 0, performance.now()]
    for (;;) {
      const step = task.next()
      const wallAt = performance.now()
      const next = step.done === true ? name : nameOf(step.value)
      if (next !== name) {
        tell({ step: name, seconds: now() - startedAt, longestMs })
        ;[name, startedAt, longestMs] = [next, now(), 0]
      }
      longestMs = Math.max(longestMs, wallAt - wall)
      wall = wallAt
      if (step.done !== true) continue
      tell({ step: name, seconds: now() - startedAt, longestMs })
      return step.value
    }
  }
  /** Back come the texts alone, so that what the import needed is given up, as it is when the reader opens. */
  const through = (layout: Layout): Sides<string> => {
    const link = linkerWith(dictionary, pivots)
    const task = buildArticle(layout, dictionary, { pivots, link })
    const draft = ran('split', task, ({ step }) => step)
    ran('english', learnersTerms(draft.terms, draft, english))
    const linked = ran('terms', link(draft))
    ran('doubts', findDoubts(linked, draft, dictionary))
    return draft.texts
  }
  const throughDeck = async (deck: Deck): Promise<Sides<string>> => {
    const draft = await timed('deck', () => deckToDraft(deck, dictionary))
    const linked = ran('terms', linkerWith(dictionary, pivots)(draft))
    ran('doubts', findDoubts(linked, draft, dictionary))
    return draft.texts
  }
  const reader = ({ zh, en }: Sides<string>) =>
    timed('words', () => [wordsOf(zh, 'zh', dictionary), wordsOf(en, 'en', dictionary)])

  const text = shape.make(length)
  if (way === 'sides') {
    const side = text.slice(0, length / 2)
    const two: Source = { kind: 'two', texts: [`${FIRST.zh}\n${side}`, `${FIRST.en}\n${side}`] }
    const { value: layout } = await timed('recognise', () =>
      recogniseLayout(two, { kind: 'two', first: 'zh' }),
    )
    if (layout !== null) await reader(through(layout))
    return
  }
  const bytes = new TextEncoder().encode(text)
  const { value } = await timed('read', () => readInput([{ name: shape.file, bytes }]))
  if (shape.file.endsWith('html'))
    await timed('paste', () => readClipboard({ html: text, text: text.replace(/<[^<>]*>/g, '') }))
  if (value === null) return
  const { source } = value
  if (source.kind === 'deck') await reader(await throughDeck(source.deck))
  const { value: layout } = await timed('recognise', () => recogniseLayout(source))
  if (layout !== null && source.kind !== 'deck') await reader(through(layout))
}
