import { describe, expect, it } from 'vitest'
import { syllablesOf } from '../../../src/domain/en/syllables.ts'

describe('syllablesOf', () => {
  it.each(
    [
      'land·lord',
      'neigh·bors',
      'catch·phrase',
      'kit·chen',
      'al·ley',
      'cus·to·mers',
      'grand·daugh·ter',
      'taped',
      'wan·ted',
      'dates',
      'boxes',
      'rent',
      'ta·ble',
      'Rome',
      'hmm',
    ].map((cut) => [cut === 'boxes' ? 'bo·xes' : cut]),
  )('%s', (cut) => {
    expect(syllablesOf(cut.replaceAll('·', '')).join('·')).toBe(cut)
  })
})
