import { performance } from 'node:perf_hooks'
import { cpuUsage } from 'node:process'
import { buildArticle } from '../../src/domain/article/build.ts'
import { deckToDraft } from '../../src/domain/article/deck.ts'
import type { Pivots } from '../../src/domain/dictionary/pivots.ts'
import type { Dictionary } from '../../src/domain/dictionary/dictionary.ts'
import { findDoubts } from '../../src/domain/doubts/findDoubts.ts'
import { finish } from '../../src/domain/tasks.ts'
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
}

const now = (): number => {
  const { user, system } = cpuUsage()
  return (user + system) / 1e6
}

/** Takes a shape of this length through every step; calls `tell` after each. */
export async function takeSteps(
  shape: Shape,
  length: number,
  { dictionary, pivots }: Resources,
  tell: (cost: StepCost) => void,
): Promise<void> {
  const text = shape.make(length)
  async function timed<T>(step: string, work: () => T | Promise<T>): Promise<T> {
    const [startedAt, wall] = [now(), performance.now()]
    const result = await work()
    tell({ step, seconds: now() - startedAt, longestMs: performance.now() - wall })
    return result
  }
  /** Runs a task, each of its steps told under the name the task gives it. */
  function ran<P, T>(task: Generator<P, T>, nameOf: (progress: P) => string): T {
    let [name, startedAt, longestMs, wall] = ['', now(), 0, performance.now()]
    const end = () => name !== '' && tell({ step: name, seconds: now() - startedAt, longestMs })
    for (;;) {
      const step = task.next()
      const wallAt = performance.now()
      const next = step.done === true ? name : nameOf(step.value)
      if (next !== name) {
        end()
        ;[name, startedAt, longestMs] = [next, name === '' ? startedAt : now(), 0]
      }
      longestMs = Math.max(longestMs, wallAt - wall)
      wall = wallAt
      if (step.done !== true) continue
      end()
      return step.value
    }
  }
  const through = async (layout: Layout): Promise<void> => {
    const link = linkerWith(dictionary, pivots)
    const draft = ran(buildArticle(layout, dictionary, { pivots, link }), ({ step }) => step)
    await reader(draft.texts)
    const linked = finish(link(draft))
    ran(findDoubts(linked, draft, dictionary), () => 'doubts')
  }
  const reader = ({ zh, en }: { zh: string; en: string }) =>
    timed('words', () => [wordsOf(zh, 'zh', dictionary), wordsOf(en, 'en', dictionary)])

  const bytes = new TextEncoder().encode(text)
  const { value } = await timed('read', () => readInput([{ name: shape.file, bytes }]))
  if (shape.file.endsWith('html'))
    await timed('paste', () => readClipboard({ html: text, text: text.replace(/<[^<>]*>/g, '') }))
  if (value !== null) {
    const { source } = value
    if (source.kind === 'deck') {
      const draft = await timed('deck', () => deckToDraft(source.deck, dictionary))
      await reader(draft.texts)
      const linked = ran(linkerWith(dictionary, pivots)(draft), () => 'terms')
      ran(findDoubts(linked, draft, dictionary), () => 'doubts')
    }
    const { value: layout } = await timed('recognise', () => recogniseLayout(source))
    if (layout !== null && source.kind !== 'deck') await through(layout)
  }
  if (shape.asSides !== true) return
  const side = text.slice(0, length / 2)
  const two: Source = { kind: 'two', texts: [`${FIRST.zh}\n${side}`, `${FIRST.en}\n${side}`] }
  const { value: layout } = await timed('recognise', () =>
    recogniseLayout(two, { kind: 'two', first: 'zh' }),
  )
  if (layout !== null) await through(layout)
}
