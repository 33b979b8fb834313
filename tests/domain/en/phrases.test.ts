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
  // How much, what is compared, what follows at once: words side by side.
  ['Rents could drop by twelve per cent.', []],
  ['I may drop by tomorrow.', ['drop by']],
  ['This rope is no longer than my arm.', []],
  ['They no longer live here.', ['no longer']],
  ['The bridge is half as long as the tunnel.', ['as … as']],
  ['You may stay as long as you like.', ['as long as']],
  ['Nobody cooks as well as my uncle.', ['as … as']],
  ['He sells pears as well as plums.', ['as well as']],
  ['A change of course saved the ship.', []],
  ['All right answers score a point.', []],
  ['All right, I will come.', ['all right']],
  ['Of course I know him.', ['of course']],
  ['She wrote a book on time machines.', []],
  ['The bus came on time.', ['on time']],
  ['He had a scar on the other hand too.', []],
  ['On the other hand, it is cheap.', ['on the other hand']],
  ['Do not spill the beans on the stove.', []],
  // A preposition of its own is no particle.
  ['He put the book on the table.', []],
  ['She came in a taxi.', []],
  ['The bill was passed by the senate.', []],
  ['He took the bag off the shelf.', []],
  // Nor where the particle leads up a hill, along a way, to a time or a number.
  ['The children ran down the hill.', []],
  ['She turned off the main road.', []],
  ['They tore down the old wall.', ['tear down']],
  ['We put up to twenty guests there.', ['up to']],
  ['The walk takes over three hundred steps.', []],
  ['Her son took over the firm.', ['take over']],
  ['They looked after dark.', []],
  ['Who will look after the garden?', ['look after']],
  ['She stood for two hours.', []],
  ['What does it stand for?', ['stand for']],
  ['They came to see it.', []],
  ['They set off-white plates on it.', []],
  ['I always give them up halfway.', ['give up']],
  ['Hurry up, or we leave.', ['hurry up']],
  ['The field they came across was green.', []],
  ['He made for his son a train.', []],
  ['The oil used to clean the machine is old.', []],
  ['She backed out of the deal.', ['back out of']],
  ['We ate out of the pan.', ['out of']],
  // An idiom among things of its own kind is none.
  ['The cook spilled the beans on the kitchen floor.', []],
  ['Who spilled the beans about the wedding?', ['spill the beans']],
  ['The test was a piece of cake.', ['a piece of cake']],
  ['Would you like a piece of cake?', ['a piece of']],
  ['She broke a leg.', []],
  ['He spoke in general terms.', []],
  ['After all these years she writes.', []],
  ['He was right after all.', ['after all']],
  ['A little girl came.', []],
  ['It is not my cup of tea.', ["one's cup of tea"]],
  // A stop is between them.
  ['Look! For me it is over.', []],
  ['The look for the season is blue.', []],
])('%s', (sentence, phrases) => {
  const words = readEnglish(sentence, english)
  expect(find(words, sentence).map(({ phrase }) => phrase.headword)).toEqual(phrases)
})

it.each([
  ['She sat on the fence.', '她保持中立。', ['sit on the fence']],
  [
    'She sat on the fence and sang to the cows.',
    '她持观望态度，对着奶牛唱歌。',
    ['sit on the fence'],
  ],
  ['She sat on the fence.', '她坐在篱笆上。', ['sit on']],
  ['He carried out the work.', '他实施了这项工作。', ['carry out']],
])('%s as %s', (sentence, translation, phrases) => {
  const words = readEnglish(sentence, english)
  const found = find(words, sentence, translation).map(({ phrase }) => phrase.headword)
  expect(found).toEqual(phrases)
})
