import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import StrokeOrder from '../../../src/ui/words/StrokeOrder.vue'
import { until } from '../mountScreen.ts'
import { mountWith } from '../mountWith.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

const two = {
  strokes: ['M 0 0 L 100 0 Z', 'M 0 200 L 100 200 Z'],
  medians: [
    [
      [0, 0],
      [100, 0],
    ],
    [
      [0, 200],
      [100, 200],
    ],
  ],
}
/** What the network answers for a code point: strokes, a status, or nothing at all. */
const answers = (by: Readonly<Record<string, object | number>>) =>
  vi.stubGlobal('fetch', async (url: string) => {
    const found = by[/([0-9a-f]+)\.json$/.exec(url)?.[1] ?? '']
    if (found === undefined) throw new TypeError('offline')
    return typeof found === 'number'
      ? new Response('', { status: found })
      : new Response(JSON.stringify(found))
  })
const isStill = (matches: boolean) =>
  vi.stubGlobal('matchMedia', () => Object.assign(new EventTarget(), { matches }))
beforeEach(() => isStill(true))

describe('how a word is written', () => {
  it('is a picture for each stroke where nothing shall move', async () => {
    answers({ '4e8c': two })
    const drawn = await mountWith(StrokeOrder, { text: '二', lang: 'zh-Hans' })
    await until(() => drawn.findAll('svg').length === 2)
    expect(drawn.findAll('svg').map((one) => one.findAll('path').length)).toEqual([1, 2])
    expect(drawn.text()).toContain('2 strokes')
    expect(drawn.find('button').exists()).toBe(false)
  })

  it('is said to be unknown, or not here yet, character by character', async () => {
    answers({ '4e8c': two, '3007': 404 })
    const drawn = await mountWith(StrokeOrder, { text: '二〇一', lang: 'zh-Hans' })
    await until(() => drawn.findAll('[role=status]').length > 0)
    expect(drawn.findAll('[role=status]').map((one) => one.text())).toEqual([
      'Nobody has drawn the strokes of 〇 yet.',
      'The strokes of 一 are not on this device yet. They come with a connection.',
    ])
    expect(drawn.findAll('svg')).toHaveLength(2)
  })

  it('is written by itself, and again on request', async () => {
    isStill(false)
    answers({ '4e8c': two })
    const drawn = await mountWith(StrokeOrder, { text: '二', lang: 'zh-Hans' })
    await until(() => drawn.find('.square svg').exists())
    const first = drawn.get('.square svg').element
    await drawn.get('button').trigger('click')
    await until(() => drawn.find('.square svg').exists())
    expect(drawn.get('.square svg').element).not.toBe(first)
  })
})
