import { describe, expect, it } from 'vitest'
import { unsureBeads } from '../../../src/domain/doubts/likelyMend.ts'
import { textOf } from '../../../src/domain/bitext/bitext.ts'
import BeadPair from '../../../src/ui/beads/BeadPair.vue'
import DoubtStack from '../../../src/ui/importing/DoubtStack.vue'
import SureMap from '../../../src/ui/importing/SureMap.vue'
import { bitext } from '../../make.ts'
import { mountWith } from '../mountWith.ts'

const { article, texts } = bitext([
  ['外面是一座桥。', 'Outside was a bridge with <b>lights</b>.'],
  ['桥上有灯。', ''],
  ['天亮了。', 'Day broke.'],
  ['', 'We slept.'],
])
const whole = { ...article, texts }
const textsOf = (at: number) => ({ zh: textOf(whole, at, 'zh'), en: textOf(whole, at, 'en') })
const stack = (doubts: readonly unknown[] = []) =>
  mountWith(DoubtStack, { unsure: unsureBeads(whole), doubts, textsOf })

describe('pairs that want a look', () => {
  it('come one at a time, the reason first, the likely mend as one tap', async () => {
    const view = await stack()
    expect(view.get('h2').text()).toBe('Sentence 2 · 2 to check')
    expect(view.get('.why').text()).toBe('This Chinese has no English beside it.')
    expect(view.get('.before').text()).toContain('<b>lights</b>')
    expect(view.get('[data-testid=mend]').text()).toBe('Join with the one above')
    await view.get('[data-testid=mend]').trigger('click')
    expect(view.emitted('mend')).toMatchObject([[{ bead: 1, mend: { at: 0 } }]])
  })

  it('are left as they are on request, until none is left; the focus goes along', async () => {
    const view = await stack()
    const leave = () => view.findAll('.two .button')[1]!.trigger('click')
    await leave()
    await view.vm.$nextTick()
    expect(view.get('h2').text()).toBe('Sentence 4 · 1 to check')
    expect(document.activeElement).toBe(view.get('h2').element)
    await leave()
    expect(view.get('h2').text()).toBe('Nothing more to check.')
    expect(view.find('[data-testid=mend]').exists()).toBe(false)
  })

  it.each([
    ['zh', ['外面是一座桥。', 'Outside was a bridge with <b>lights</b>.']],
    ['en', ['Outside was a bridge with <b>lights</b>.', '外面是一座桥。']],
  ] as const)('have the side that is learnt first: %s', async (learning, first) => {
    const view = await mountWith(DoubtStack, {
      unsure: unsureBeads(whole),
      doubts: [],
      textsOf,
      learning,
    })
    expect(view.findAll('.before p').map((line) => line.text())).toEqual(first)
    const pair = await mountWith(BeadPair, {
      number: 1,
      texts: textsOf(0),
      confidence: 1,
      learning,
    })
    expect(pair.findAll('.texts p').map((line) => line.text())).toEqual(first)
    expect(pair.get('.texts .muted').text()).toBe(first[1])
  })

  it('say what looks wrong where more is known of it', async () => {
    const doubt = { code: 'lengthOutlier', bead: 1, zh: null, en: null, found: [] }
    expect((await stack([doubt])).get('.why').text()).toContain('One side is much longer')
  })

  it.each([
    [64, 1, '63 of 64 pairs certain', 64],
    [64, 0, 'Every sentence found its match.', 64],
    [900, 3, '897 of 900 pairs certain', 2],
    [1, 1, '0 of 1 pair certain', 1],
  ])('are cells of a map: %i pairs, %i unsure', async (pairs, unsure, said, cells) => {
    const at = new Set(Array.from({ length: unsure }, (_, i) => i))
    const view = await mountWith(SureMap, { pairs, unsure: at })
    expect(view.get('[data-testid=certain]').text()).toBe(said)
    expect(view.findAll('i')).toHaveLength(cells)
  })
})
