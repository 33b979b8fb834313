import { expect, it } from 'vitest'
import { loadLearnersEnglish } from '../../../src/cli/build/compileLearnersEnglish.ts'
import { phraseFinder } from '../../../src/domain/en/phrases.ts'
import { readEnglish } from '../../../src/domain/en/readEnglish.ts'

const english = await loadLearnersEnglish()
const find = phraseFinder(english)

it.each([
  ['Could you turn the music down a little?', ['turn down', 'a little']],
  ['She made up her mind to go.', ["make up one's mind"]],
  ['Nothing is set in stone yet.', ['set in stone']],
  ['He takes everything for granted.', ['take for granted']],
  ['They called off the match because of the rain.', ['call off', 'because of']],
  ['He picked his son up from school.', ['pick up']],
  ['What are you looking for?', ['look for']],
  ["She's used to the noise. I used to smoke.", ['be used to', 'used to']],
  ['He gave her a hand.', ['give someone a hand']],
  ['I took a quick look.', ['take a look']],
  ['Keep that in mind.', ['keep in mind']],
  // A preposition of its own is no particle.
  ['He put the book on the table.', []],
  ['She came in a taxi.', []],
  ['The bill was passed by the senate.', []],
  ['He took the bag off the shelf.', []],
  // A stop is between them.
  ['Look! For me it is over.', []],
  ['The look for the season is blue.', []],
])('%s', (sentence, phrases) => {
  const words = readEnglish(sentence, english)
  expect(find(words, sentence).map(({ phrase }) => phrase.headword)).toEqual(phrases)
})
