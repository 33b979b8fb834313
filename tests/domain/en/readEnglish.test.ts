import { describe, expect, it } from 'vitest'
import { loadLearnersEnglish } from '../../../src/cli/build/compileLearnersEnglish.ts'
import { readEnglish } from '../../../src/domain/en/readEnglish.ts'

const english = await loadLearnersEnglish()

/** The word of a sentence that is written so, the nth of several. */
function word(sentence: string, written: string, nth = 0) {
  const found = readEnglish(sentence, english).filter(
    ({ start, end }) => sentence.slice(start, end) === written,
  )[nth]
  if (!found) throw new Error(`no ${written} in ${sentence}`)
  return found
}

describe('one spelling, two sounds', () => {
  it.each([
    ['They use the tool.', 'use', 'verb', 'juːz'],
    ['It is of no use.', 'use', 'noun', 'juːs'],
    ['He read the letter and cried.', 'read', 'verb', 'rɛd'],
    ['Did he read the letter?', 'read', 'verb', 'riːd'],
    ['Have you read it?', 'read', 'verb', 'rɛd'],
    ['I read it yesterday.', 'read', 'verb', 'rɛd'],
    ['They live in Rome.', 'live', 'verb', 'lɪv'],
    ['It was broadcast live.', 'live', 'adverb', 'laɪv'],
    ['The wind blew.', 'wind', 'noun', 'wɪnd'],
    ['You have to wind the clock.', 'wind', 'verb', 'waɪnd'],
    ['She wound the rope.', 'wound', 'verb', 'waʊnd'],
    ['The wound healed.', 'wound', 'noun', 'wuːnd'],
    ['Please close the door.', 'close', 'verb', 'kloʊz'],
    ['We are close friends.', 'close', 'adjective', 'kloʊs'],
    ['They will record a song.', 'record', 'verb', 'rɪˈkɔːrd'],
    ['He broke the record.', 'record', 'noun', 'ˈrɛkɚd'],
    ['Separate the eggs first.', 'Separate', 'verb', 'ˈsɛpəreɪt'],
    ['We had separate rooms.', 'separate', 'adjective', 'ˈsɛprət'],
    ['She will lead the team.', 'lead', 'verb', 'liːd'],
    ['The pipes are made of lead.', 'lead', 'noun', 'lɛd'],
    ['He made a bow and arrow.', 'bow', 'noun', 'boʊ'],
    ['The actor took a bow.', 'bow', 'noun', 'baʊ'],
    ['The cat has nine lives.', 'lives', 'noun', 'laɪvz'],
    ['She lives here.', 'lives', 'verb', 'lɪvz'],
    ['I object to this object.', 'object', 'verb', 'əbˈdʒɛkt'],
    ['The roof was covered in lead.', 'lead', 'noun', 'lɛd'],
    ['They took the lead.', 'lead', 'noun', 'liːd'],
    ['Deliberate before you vote.', 'Deliberate', 'verb', 'dɪˈlɪbəreɪt'],
    ['The crowd rose.', 'rose', 'verb', 'roʊz'],
    ['The rose garden is small.', 'rose', 'noun', 'roʊz'],
    ['He dove into the lake.', 'dove', 'verb', 'doʊv'],
    ['Bad luck dogged him.', 'dogged', 'verb', 'dɔːɡd'],
    ['He had written two letters.', 'written', 'verb', 'ˈrɪtən'],
    ['We used to swim.', 'used', 'verb', 'juːst'],
    ['She is used to noise.', 'used', 'verb', 'juːst'],
    ['It is used to cut wood.', 'used', 'verb', 'juːzd'],
    ['The imports fell.', 'imports', 'noun', 'ˈɪmpɔːrts'],
  ])('%s %s', (sentence, written, pos, ipa) => {
    const found = word(sentence, written)
    expect([found.analyses[0]?.entry.pos, found.sound.american]).toEqual([pos, ipa])
  })
})

describe('the sound of a form', () => {
  it.each([
    ['She watches it.', 'watches', 'ˈwɑːtʃɪz', 'ˈwɒtʃɪz'],
    ['He is using it.', 'using', 'ˈjuːzɪŋ', 'ˈjuːzɪŋ'],
    ['He wanted it.', 'wanted', 'ˈwɑːntɪd', 'ˈwɒntɪd'],
    ['He stopped it.', 'stopped', 'stɑːpt', 'stɒpt'],
    ['It was raining cats.', 'cats', 'kæts', 'kæts'],
    ['We were hearing it.', 'hearing', 'ˈhɪrɪŋ', 'ˈhɪərɪŋ'],
    ['He is shyer.', 'shyer', 'ˈʃaɪɚ', 'ˈʃaɪə'],
    ['It is longer.', 'longer', 'ˈlɔːŋɡɚ', 'ˈlɒŋɡə'],
    ['He bought it.', 'bought', 'bɔːt', 'bɔːt'],
    ['They took baths.', 'baths', 'bæðz', 'bɑːðz'],
    ['The policemen came.', 'policemen', 'pəˈliːsmən', 'pəˈliːsmən'],
    ["The cat's food.", "cat's", 'kæts', 'kæts'],
  ])('%s %s', (sentence, written, american, british) => {
    expect(word(sentence, written).sound).toEqual({ american, british })
  })
})

describe('lemmas', () => {
  it.each([
    ['The quizzes were hard.', 'quizzes', 'quiz'],
    ['Two canoes passed.', 'canoes', 'canoe'],
    ['Camera lenses are dear.', 'lenses', 'lens'],
    ['The fire singed his hair.', 'singed', 'singe'],
    ['He saw a saw.', 'saw', 'see'],
    ['We were there.', 'were', 'be'],
    ['She lay in bed.', 'lay', 'lie'],
    ["I don't know.", "don't", "don't"],
    ['Colour is light.', 'Colour', 'colour'],
    ['We met on Monday.', 'Monday', 'Monday'],
    ['They met Zelensky there.', 'Zelensky', 'Zelensky'],
    ['a well-known singer', 'well-known', 'well-known'],
  ])('%s %s', (sentence, written, lemma) => {
    expect(word(sentence, written).lemma).toBe(lemma)
  })
})
