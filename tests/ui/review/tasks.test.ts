import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import { cardsOf } from '../../../src/domain/cards/cards.ts'
import { questionOf } from '../../../src/domain/cards/questionOf.ts'
import { termNote } from '../../../src/domain/notes/notes.ts'
import { placesOf } from '../../../src/domain/notes/places.ts'
import QuestionView from '../../../src/ui/review/QuestionView.vue'
import { bitext, termIn } from '../../make.ts'
import { mountWith } from '../mountWith.ts'

beforeEach(() => setActivePinia(createPinia()))

const source = bitext([['双方停火。', 'Both sides cease fire.']])
const { article, texts } = source
const note = termNote(article, texts, termIn(texts, '停火', 'cease fire', 'ting2 huo3'), 'zh', 0)

async function drawn(kind: string) {
  const card = cardsOf(note).find((one) => one.kind === kind)!
  const question = questionOf(card, note, placesOf(note, source)[0]!)
  return await mountWith(QuestionView, { question })
}

describe('the question', () => {
  it('of something to recall has the term large above its sentence', async () => {
    const view = await drawn('read')
    expect(view.get('.task').text()).toBe('What does it mean?')
    expect(view.get('[data-testid=headword]').text()).toBe('停火')
    expect(view.findAll('.passage').map((one) => one.text())).toEqual(['双方停火。'])
    expect(view.find('.large').exists()).toBe(false)
  })

  it('of a gap has the sentence without the term, large, and its translation', async () => {
    const view = await drawn('cloze')
    expect(view.get('.task').text()).toBe('Which word is missing?')
    expect(view.find('[data-testid=headword]').exists()).toBe(false)
    expect(view.get('.large').text()).toBe('双方。')
    expect(view.get('.large [role=img]').attributes('aria-label')).toBe(
      'gap of 2, filled in: nothing',
    )
    expect(view.findAll('.passage')[1]!.text()).toBe('Both sides cease fire.')
  })
})
