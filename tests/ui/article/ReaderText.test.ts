import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Pair } from '../../../src/stores/reader.ts'
import { DRAWN_WHOLE } from '../../../src/ui/article/nearParagraphs.ts'
import ReaderText from '../../../src/ui/article/ReaderText.vue'
import { mountWith } from '../mountWith.ts'

afterEach(() => vi.unstubAllGlobals())

/** Paragraphs of ten pairs. */
const pairsOf = (count: number): readonly Pair[] =>
  Array.from({ length: count }, (_, at) => ({
    at,
    texts: { zh: '渡船来了。', en: 'The ferry came.' },
    confidence: 1,
    canGive: { zh: { up: false, down: false }, en: { up: false, down: false } },
    words: [
      { start: 0, end: 2, kind: 'word', key: '渡船', level: {}, syllables: ['du4', 'chuan2'] },
    ],
    knowledge: ['new'],
    learnt: false,
    matured: false,
    paragraph: Math.floor(at / 10),
  }))
const textOf = (count: number) =>
  mountWith(ReaderText, {
    pairs: pairsOf(count),
    learning: 'zh',
    pinyin: false,
    readings: 'all',
    marked: null,
    size: 2,
    wanted: -1,
    spoken: null,
    isFolded: () => false,
    isDoubted: () => false,
    tappedIn: () => null,
  })

/** An observer that is told by the test what is seen. */
function seeing() {
  let tell: (elements: readonly Element[]) => void = () => undefined
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(told: (entries: readonly object[]) => void) {
        tell = (elements) => told(elements.map((target) => ({ target, isIntersecting: true })))
      }
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  )
  return (elements: readonly Element[]) => tell(elements)
}

describe('a long text', () => {
  it('has words and translation where it is near; elsewhere each sentence keeps its place', async () => {
    const see = seeing()
    const view = await textOf(DRAWN_WHOLE + 10)
    expect(view.findAll('[data-at], .angle, .known')).toHaveLength(0)
    expect(view.findAll('[data-pair]')).toHaveLength(DRAWN_WHOLE + 10)
    expect(view.get('[data-pair="305"]').text()).toBe('渡船来了。')
    const place = view.get('[data-pair="11"]').element
    see([view.findAll('ol')[1]!.element])
    await view.vm.$nextTick()
    expect(view.findAll('[data-at]')).toHaveLength(10)
    // Whoever stood on a sentence still does.
    expect(view.get('[data-pair="11"]').element).toBe(place)
    expect(view.get('[data-pair="11"] .known').text()).toBe('The ferry came.')
  })

  it('of a few hundred sentences is drawn whole', async () => {
    seeing()
    expect((await textOf(20)).findAll('[data-at]')).toHaveLength(20)
  })
})
