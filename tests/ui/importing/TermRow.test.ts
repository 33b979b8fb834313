import { afterEach, expect, it } from 'vitest'
import type { Term } from '../../../src/domain/model.ts'
import TermRow from '../../../src/ui/importing/TermRow.vue'
import { mountWith } from '../mountWith.ts'

afterEach(() => document.body.replaceChildren())

const term: Term = {
  zh: '让步',
  en: 'concessions',
  reading: 'rang4 bu4',
  gloss: ['to concede', 'concession'],
  kind: 'word',
  level: { hsk2021: 7, cefr: 'B2' },
  ipa: 'kənˈsɛʃənz',
  score: 1,
  occurrences: [],
}
const row = (learning: 'zh' | 'en') =>
  mountWith(TermRow, { term, learning, picked: false, known: false })

it('shows who learns Chinese the pinyin, the glosses and the HSK level', async () => {
  const text = (await row('zh')).text()
  for (const part of ['让步', 'ràngbù', 'concessions', 'to concede; concession', 'HSK 7–9'])
    expect(text).toContain(part)
  expect(text).not.toContain('kənˈsɛʃənz')
})

it('shows who learns English the form, its IPA, the lemma, the counterpart and the CEFR level', async () => {
  const text = (await row('en')).text()
  for (const part of ['concessions', '/kənˈsɛʃənz/', '← concession', '让步', 'B2'])
    expect(text).toContain(part)
  expect(text).not.toContain('ràngbù')
})
