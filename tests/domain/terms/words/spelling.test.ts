import { expect, it } from 'vitest'
import { oneSpelling } from '../../../../src/domain/terms/words/spelling.ts'

it.each([
  ['neighbour', 'neighbor'],
  ['centre', 'center'],
  ['mobilised', 'mobilized'],
  ['defence', 'defense'],
  ['programme', 'program'],
  ['diarrhoea', 'diarrhea'],
  ['anaemia', 'anemia'],
  ['sceptical', 'skeptical'],
  ['grey', 'gray'],
  ['shoes', 'shoes'],
])('%s is compared as %s', (word, expected) => {
  expect(oneSpelling(word)).toBe(expected)
})
