import { beforeAll, describe, expect, it } from 'vitest'
import { loadDictionary } from '../../../src/cli/dictionary.ts'
import type { Dictionary } from '../../../src/domain/dictionary/dictionary.ts'
import { linkBitext } from '../../../src/domain/terms/linkBitext.ts'
import { rangesOfBeads } from '../../../src/domain/bitext/bitext.ts'
import { beadWordsOf } from '../../../src/domain/terms/beadWords.ts'
import type { LinkedBead } from '../../../src/domain/terms/linkedBead.ts'
import { pairsToBitext } from '../../quality/termLists.ts'

let dictionary: Dictionary
beforeAll(async () => {
  dictionary = await loadDictionary('full')
}, 120_000)

function link(pairs: readonly (readonly [string, string])[]) {
  const progress: number[] = []
  const work = linkBitext(pairsToBitext(pairs), dictionary, null)
  for (;;) {
    const step = work.next()
    if (step.done) return { beads: step.value, progress }
    progress.push(step.value)
  }
}
const shown = ({ zh, en, links }: LinkedBead) =>
  links.map((one) => `${zh[one.zh]!.text}=${en[one.en]!.text}`)

describe('the words of a bitext, linked', () => {
  const SENTENCES: readonly (readonly [string, string])[] = [
    ['码头罢工。', 'A strike at the pier.'],
    ['', 'Nothing here.'],
    ['罢工结束。', 'The strike ended.'],
  ]

  it('come bead by bead, those without a partner too', () => {
    const { beads } = link(SENTENCES)
    expect(beads.map(shown)).toEqual([
      expect.arrayContaining(['罢工=strike', '码头=pier']),
      [],
      expect.arrayContaining(['罢工=strike']),
    ])
  })

  it('tell their progress, rising to 1, several times a bead', () => {
    const { progress } = link(SENTENCES)
    expect(progress).toEqual([...progress].sort((a, b) => a - b))
    expect(progress.at(-1)).toBe(1)
    // A bead without a partner has no middle.
    expect(progress).toHaveLength(4 * SENTENCES.length - 1)
  })

  it('learn from the other beads what no gloss says', () => {
    const one = ['老师喜欢学校。', 'The teacher likes the kestrel.'] as const
    const again = ['学校很红。', 'The kestrel is red.'] as const
    const others = ['她听音乐。', '下雨了。', '他睡觉。'].map((zh) => [zh, 'So it was.'] as const)
    expect(shown(link([one, ...others]).beads[0]!)).not.toContain('学校=kestrel')
    expect(shown(link([one, again, ...others]).beads[0]!)).toContain('学校=kestrel')
  })

  it('are the same whether a pair stands there once or again and again, each time where it stands', () => {
    const again = [...SENTENCES, ...SENTENCES, ...SENTENCES, ...SENTENCES]
    const bitext = pairsToBitext(again)
    const { beads } = link(again)
    for (const [at, range] of rangesOfBeads(bitext).entries()) {
      const { zh, en, names, links } = beads[at]!
      expect({ zh, en, names }).toEqual(beadWordsOf(bitext.texts, range, dictionary))
      expect(links).toEqual(beads[at % SENTENCES.length]!.links)
    }
  })

  it('have the names of a bead again where the bead stands again', () => {
    const pair = ['约翰·史密斯昨天离开了。', 'John Smith left yesterday.'] as const
    const filler = [
      '他们后来又在谈判桌前坐了很久，'.repeat(12),
      'They sat there. '.repeat(12),
    ] as const
    const again = [filler, pair, filler, pair, filler]
    const bitext = pairsToBitext(again)
    const found = link(again).beads[3]!
    expect(found.names).not.toEqual([])
    expect(found.names).toEqual(
      beadWordsOf(bitext.texts, rangesOfBeads(bitext)[3]!, dictionary).names,
    )
    expect(shown(found)).toEqual(expect.arrayContaining(['约翰·史密斯=John']))
  })

  it('are linked with what is left over when all of the document is', () => {
    const [bead] = link([['退休裁缝住在河边。', 'A retired seamstress lives by the river.']]).beads
    expect(shown(bead!)).toContain('裁缝=seamstress')
  })
})
