import { expect, test } from 'vitest'
import { loadLearnersEnglish } from '../../../../src/cli/build/compileLearnersEnglish.ts'
import type { Pronunciations } from '../../../../src/domain/en/pronunciations.ts'
import { withSound } from '../../../../src/domain/terms/english/withSound.ts'
import { termIn } from '../../../make.ts'

const cmu = {
  ipa: (spelt: string) => (spelt === 'ceasefire' ? 'ˈsiːsˌfaɪɚ' : ''),
} as Pronunciations

test('a word that our dictionary lacks sounds as others say; of its own words none is guessed', async () => {
  const english = await loadLearnersEnglish()
  const ipaOf = (en: string, said: Pronunciations | null = cmu) =>
    withSound([termIn({ zh: '停火', en }, '停火', en)], english, 'american', said)[0]?.ipa
  expect(ipaOf('bread')).toBe('brɛd')
  expect(ipaOf('ceasefire')).toBe('ˈsiːsˌfaɪɚ')
  expect(ipaOf('ceasefire', null)).toBeUndefined()
})
