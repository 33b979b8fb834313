import { beforeAll, describe, expect, it } from 'vitest'
import { loadDictionary } from '../../../../src/cli/dictionary.ts'
import type { Dictionary } from '../../../../src/domain/dictionary/dictionary.ts'
import { surelyLinked, withUnsaid } from '../../../../src/domain/terms/links/unsaid.ts'
import { boardOf } from '../board.ts'

let dictionary: Dictionary
beforeAll(async () => {
  dictionary = await loadDictionary('full')
}, 120_000)

/** The links of a pair after what no dictionary says is added. */
function links(
  zh: string,
  en: string,
  known: readonly string[],
  sure: readonly string[] = [],
): string {
  const board = boardOf(zh, en, dictionary, known)
  const words = { zh: board.zh, en: board.en, names: [] }
  return withUnsaid(words, board.links, new Set(sure), dictionary)
    .map((link) => `${board.zh[link.zh]!.text}=${board.en[link.en]!.text}`)
    .join(' ')
}

describe('a rare word no gloss explains', () => {
  const zh = '退休裁缝住在河边。'
  const en = 'A retired seamstress lives by the river.'

  it('is linked with the rare word left over', () => {
    expect(links(zh, en, ['退休=retired', '河边=river'])).toContain('裁缝=seamstress')
  })

  it('is left alone when the document says elsewhere what it means', () => {
    expect(links(zh, en, ['退休=retired', '河边=river'], ['裁缝'])).not.toContain('裁缝=')
  })

  it('is left alone when only plain words are left', () => {
    expect(
      links(zh, 'A retired man lives by the river.', ['退休=retired', '河边=river']),
    ).not.toContain('裁缝=')
  })

  it('counts as explained by a sure link only', () => {
    const { zh: words, en: others, links: made } = boardOf(zh, en, dictionary, ['退休=retired'])
    const bead = { zh: words, en: others, names: [] }
    expect([...surelyLinked([{ ...bead, links: made }])]).toEqual(['退休'])
    expect(
      surelyLinked([{ ...bead, links: made.map((link) => ({ ...link, strength: 0.7 })) }]).size,
    ).toBe(0)
  })
})
