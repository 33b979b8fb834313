import { describe, expect, it } from 'vitest'
import { cardsOf } from '../../../src/domain/cards/cards.ts'
import { headwordInSentence } from '../../../src/domain/cards/headword.ts'
import { questionOf } from '../../../src/domain/cards/questionOf.ts'
import { termNote } from '../../../src/domain/notes/notes.ts'
import { placesOf } from '../../../src/domain/notes/places.ts'
import { bitext, termIn } from '../../make.ts'

const source = bitext([
  ['雾散了，渡船终于靠岸。', 'The fog lifted and the ferry came ashore at last.'],
])
const { article, texts } = source

function asked(zh: string, en: string, headword?: string) {
  const term = { ...termIn(texts, zh, en), ...(headword === undefined ? {} : { headword }) }
  const note = termNote(article, texts, term, headword === undefined ? 'zh' : 'en', 0)
  const card = cardsOf(note).find(({ kind }) => kind === 'read')
  const question = card && questionOf(card, note, placesOf(note, source)[0] ?? null)
  if (!question) throw new Error('no question')
  return question
}

describe('a place in a headword', () => {
  it('is one in its sentence', () => {
    const here = headwordInSentence(asked('渡船', 'ferry'), { text: '渡船', at: 1 }, 'zh')
    expect(here).toEqual({ text: texts.zh, at: texts.zh.indexOf('船') })
  })

  it('is none where the sentence has it in another form', () => {
    const question = asked('靠岸', 'came ashore', 'come ashore')
    expect(headwordInSentence(question, { text: 'come ashore', at: 0 }, 'en')).toBeNull()
  })

  it('is none in a text that is no headword', () => {
    expect(headwordInSentence(asked('渡船', 'ferry'), { text: texts.zh, at: 1 }, 'zh')).toBeNull()
  })
})
