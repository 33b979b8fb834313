import { describe, expect, it } from 'vitest'
import { DEFAULT_LEARNER_SETTINGS } from '../../../src/domain/learner/settings.ts'
import LookSheet from '../../../src/ui/article/LookSheet.vue'
import { mountWith } from '../mountWith.ts'

const look = (learning: 'zh' | 'en', language: 'en' | 'zh' = 'en') =>
  mountWith(
    LookSheet,
    { learner: DEFAULT_LEARNER_SETTINGS, learning, size: 2, sizes: 6, readings: 'off' },
    language,
  )

describe('the look of a text', () => {
  it('is chosen: size, readings, face, script, tones', async () => {
    const sheet = await look('zh')
    await sheet.get('[data-testid=size]').setValue('5')
    expect(sheet.emitted('size')).toEqual([[5]])
    await sheet.get('input[value=unknown]').trigger('change')
    expect(sheet.emitted('readings')).toEqual([['unknown']])
    await sheet.get('input[value=zhuyin]').trigger('change')
    await sheet.get('input[value=song]').trigger('change')
    await sheet.get('input[value=traditional]').trigger('change')
    await sheet.get('[role=switch]').setValue(true)
    expect(sheet.emitted('change')).toEqual([
      [{ readings: 'zhuyin' }],
      [{ hanziFace: 'song' }],
      [{ script: 'traditional' }],
      [{ toneColours: true }],
    ])
  })

  it('of English has no readings of hanzi', async () => {
    const sheet = await look('en', 'zh')
    expect(sheet.findAll('legend').map((one) => one.text())).toEqual(['中文字体', '字形'])
    expect(sheet.find('[role=switch]').exists()).toBe(false)
  })
})
