import { describe, expect, it } from 'vitest'
import { loadLearnersEnglish } from '../../../../src/cli/build/compileLearnersEnglish.ts'
import { suggestTerms } from '../../../../src/domain/learner/suggest.ts'
import { learnersTerms } from '../../../../src/domain/terms/english/learnersTerms.ts'
import { bitext, termIn } from '../../../make.ts'

const english = await loadLearnersEnglish()
const pairs: [string, string][] = [
  ['他回绝了这份工作。', 'He turned the job down.'],
  ['到目前为止一切顺利。', 'So far everything is fine.'],
  ['双方都做出了让步。', 'Both sides were making concessions.'],
  ['学徒很懒。', 'The apprentice is lazy.'],
]
const { article, texts } = bitext(pairs)
const whole = { texts, segments: article.segments, beads: article.beads }
const terms = learnersTerms(
  [
    termIn(texts, '回绝', 'turned'),
    termIn(texts, '到目前为止', 'So far'),
    termIn(texts, '让步', 'concessions'),
    termIn(texts, '学徒', 'apprentice'),
  ],
  whole,
  english,
)
const named = (headword: string) => terms.find((term) => term.headword === headword)

describe('terms for a learner of English', () => {
  it('are phrases where their words are, with the object in the form of the text', () => {
    expect(named('turn down')).toMatchObject({
      en: 'turned the job down',
      zh: '回绝',
      kind: 'phrase',
      level: { cefr: 'B1' },
    })
    expect(named('turn')).toBeUndefined()
  })

  it('have no capital of a sentence, and the form of the dictionary', () => {
    expect(named('so far')?.en).toBe('So far')
    expect(named('make a concession')?.en).toBe('making concessions')
    expect(terms.map(({ headword }) => headword)).not.toContain('So far')
  })

  it('are ticked by level: what is behind a learner is not', () => {
    const ticked = (cefr: 'B2' | 'C1' | null) =>
      suggestTerms({ ...whole, terms }, 'en', [], () => 'new', cefr).map(
        (at) => terms[at]?.headword,
      )
    expect(ticked('C1')).not.toContain('so far')
    expect([ticked(null)[0], ticked('B2')[0]]).toEqual(['so far', 'apprentice'])
  })
})
