import { describe, expect, it } from 'vitest'
import { hashOf, hashOfPieces, noteIdOfTerm } from '../../src/domain/ids.ts'

describe('ids of notes', () => {
  it('are the same wherever the same term is met', () => {
    expect(noteIdOfTerm('zh', '停火', 'ting2 huo3', 0)).toBe(
      noteIdOfTerm('zh', ' 停火 ', 'Ting2 huo3', 0),
    )
  })

  it('never change: these stand in logs already', () => {
    expect(noteIdOfTerm('zh', '停火', 'ting2 huo3', 0)).toMatchInlineSnapshot(
      `"t01abdv1qdrtcxb3dvbek0kxf7g"`,
    )
  })

  it.each([
    ['language', noteIdOfTerm('en', '停火', 'ting2 huo3', 0)],
    ['headword', noteIdOfTerm('zh', '开火', 'ting2 huo3', 0)],
    ['reading', noteIdOfTerm('zh', '停火', 'ting2 huo5', 0)],
    ['sense', noteIdOfTerm('zh', '停火', 'ting2 huo3', 1)],
  ])('differ by %s', (_what, id) => {
    expect(id).not.toBe(noteIdOfTerm('zh', '停火', 'ting2 huo3', 0))
  })

  it('do not depend on how an English word is said', () => {
    expect(noteIdOfTerm('en', 'lead', 'liːd', 0)).toBe(noteIdOfTerm('en', 'lead', '', 0))
  })

  it('are 26 letters of base 32 behind the kind', () => {
    expect(noteIdOfTerm('zh', '停火', '', 0)).toMatch(/^t[0-9a-hjkmnp-tv-z]{26}$/)
  })

  it('keep fields apart', () => {
    expect(hashOf(['ab', 'c'])).not.toBe(hashOf(['a', 'bc']))
  })
})

describe('hashOfPieces', () => {
  it.each([[[]], [['']], [['ab', 'c']], [['“天\n亮”', '\\']]])(
    'of %j is the hash of the whole',
    (texts) => {
      const work = hashOfPieces(texts.map((text) => [...text]))
      let step = work.next()
      while (!step.done) step = work.next()
      expect(step.value).toBe(hashOf(texts))
    },
  )
})
