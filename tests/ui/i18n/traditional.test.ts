import { describe, expect, it } from 'vitest'
import { createWords, speak } from '../../../src/ui/i18n/i18n.ts'

describe('Chinese in traditional characters', () => {
  it('comes when it is asked for, and goes again', async () => {
    const words = await createWords('zh')
    const saved = () => [words.global.t('app.save'), document.documentElement.lang]
    await speak(words, { language: 'zh', languageScript: 'traditional' })
    expect(saved()).toEqual(['儲存', 'zh-Hant'])
    await speak(words, { language: 'zh', languageScript: 'simplified' })
    expect(saved()).toEqual(['保存', 'zh-Hans'])
    await speak(words, { language: 'en', languageScript: 'traditional' })
    expect(saved()).toEqual(['Save', 'en'])
  })
})
