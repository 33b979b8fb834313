import { expect, it } from 'vitest'
import { loadDictionary } from '../../../src/cli/dictionary.ts'
import { usualReading } from '../../../src/domain/zh/usualReadings.ts'
import { wordReadings } from '../../../src/domain/zh/wordReading.ts'

it('lays down only readings that the dictionary has beside others', async () => {
  const dictionary = await loadDictionary('full')
  const usual = [...dictionary.headwords()].filter((word) => usualReading(word) !== undefined)
  expect(usual.length).toBeGreaterThan(100)
  const wrong = usual.filter((word) => {
    const readings = wordReadings(word, dictionary).map((syllables) => syllables.join(' '))
    return readings.length < 2 || readings[0] !== usualReading(word)
  })
  expect(wrong).toEqual([])
})
