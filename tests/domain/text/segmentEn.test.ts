import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { segmentEn } from '../../../src/domain/text/segmentEn.ts'
import { coversAll } from './coversAll.ts'

const split = (text: string) => segmentEn(text).map(({ start, end }) => text.slice(start, end))

/** Each row: what it shows, and the sentences; the text is the sentences joined by a space. */
const TABLE: readonly [fact: string, ...sentences: string[]][] = [
  ['full stops', 'It is late.', 'He got up.'],
  ['questions and exclamations', 'Are you going?', 'Yes!', 'Great!'],
  ['a run of marks is one end', 'Really?!', 'No way!!!', 'Fine.'],
  [
    'years about which',
    'The bowl was made c. 1850 near the river.',
    'The king (r. 1735–1796) died.',
  ],
  ['figures, tables, sections', 'See fig. 3 and tab. 2 or sec. 4 and art. 12.', 'Read ch. 5.'],
  ['most and extensions', 'We paid for max. 4 people; call ext. 12.', 'It rang.'],
  [
    'chapter and verse',
    'Love is patient (1 Cor. 13:4), says Eph. 4:2.',
    'I met Dan.',
    '4 people came.',
  ],
  ['marks that are two in one', 'You did what⁉', 'He jumped.', 'Really⁇'],
  ['a title in small letters', 'We asked dr. Chen and prof. Wu.', 'They knew.'],
  ['the mark of a note', 'He changed his mind.²', 'Later he left.[3]', 'It rained.'],
  ['titles', 'Gov. Li met Mr. Wang and Dr. Chen.', 'They talked.'],
  ['ranks', 'Lt. Gen. Ma spoke.', 'Sgt. Darren Moss agreed.'],
  ['saints and mountains', 'He left St. Louis for Mt. Rainier.', 'It snowed.'],
  ['initials', 'J. K. Rowling and George W. Bush met.', 'They talked.'],
  ['initials without spaces', 'J.R.R. Tolkien wrote it.', 'We read it.'],
  ['a letter that ends a sentence', 'We chose plan B.', 'The others left.'],
  ['the letter V', 'They fly in a V.', 'The last one rests.', 'Is it Roe V. Wade?', 'No, v. Dow.'],
  ['the word I', 'So am I.', 'Wang knew it.'],
  ['U.S. inside a sentence', 'The U.S. Senate met U.S. and U.K. envoys.', 'It was late.'],
  ['U.S. at the end', 'He flew to the U.S.', 'The talks began.'],
  ['times of day', 'It began at 10:50 a.m. Monday.', 'It ended at 5 p.m.', 'They left.'],
  ['Inc. and Jr.', 'Apple Inc. Chairman Li met John Smith Jr.', 'Later they left.'],
  ['Ph.D.', 'She has a Ph.D. from Leeds.', 'He has none.'],
  ['e.g. and i.e.', 'Some fruit, e.g. Fuji apples, i.e. Red ones, sold.', 'Good.'],
  ['vs.', 'It is China vs. Japan tonight.', 'We will watch.'],
  ['No. before a figure', 'He lives at No. 5.', 'No. 7 is empty.'],
  ['the answer no', 'Did he come?', 'No.', 'He stayed.'],
  ['figures and volumes', 'See Fig. 2 and Vol. III.', 'Then read on.'],
  ['months', 'He came on Feb. 3 and left on Dec. 12.', 'It was cold.'],
  ['decimals and versions', 'It costs 3.50 or v2.0.1 today.', '5 people came.'],
  ['a list', '1. The first thing.', '2. Second things.', 'a. Apples.', 'iv. Pears.'],
  ['a question somebody asks', '"Really?" he asked.', '"Yes!" said Li.'],
  ['a question a person with a name asks', '"Really?" Li Wei asked.', '"Yes!" Mrs. Wang said.'],
  [
    'a question a person with a name mutters',
    '"Really?" Li muttered to himself.',
    '"No!" Wang snapped.',
  ],
  [
    'an answer that starts a sentence',
    '"Really?"',
    'Li answered, "No."',
    '"Stop!"',
    'Wang called the waiter.',
  ],
  ['a pronoun with a capital starts anew', '"Really?"', 'He asked again.'],
  ['a question I ask', '“Who is it?” I asked.', '“Me!” I said, and we laughed.', '“No!” I say.'],
  ['a question I ask somebody', '“Why do you run?” I asked him.', '“I am a train,” he said.'],
  ['what I shout', '“Stop!” I shouted after the bus.', '“Wait!” I called out.', 'It was gone.'],
  [
    'what I do after a question',
    '“Really?”',
    'I said nothing.',
    '“Who?”',
    'I said that I knew.',
    '“Me!”',
    'I asked for tea.',
    '“Now?”',
    'I said, “Yes.”',
    '“Here?”',
    'I called the waiter.',
  ],
  [
    'an exclamation somebody is told',
    '“It is Sunday!” Gao Yuan told him.',
    '“Late!” Li told the driver.',
    '“Oh!”',
    'Li told him a story.',
    '“Go!”',
    'I told her, “No.”',
  ],
  ['quotations side by side', '"It is late."', '"Let us go."', 'They left.'],
  ['half-width single quotes', "'It is late.'", "'Let us go!'", 'They left.'],
  ['curly quotes', '“It is late.”', '“Let us ‘go.’”', 'They left.'],
  ['speech that is broken off', '"But I thought—"', '"You thought?"', 'She laughed.'],
  ['speech that is broken off and goes on', '"But I—" he began.', 'She laughed.'],
  ['a quote nobody closes', '"It is late.', 'Let us go.', 'They left.'],
  ['a quote nobody opened', 'It is late."', 'They left.'],
  ['a pause', 'It was... late.', 'He went.'],
  ['an ellipsis that ends', 'He waited...', 'Nobody came.'],
  ['a spaced ellipsis', 'He waited . . . and waited. . . .', 'Nobody came.'],
  ['an ellipsis in one character', 'It was… late.', 'He waited…', 'Nobody came.'],
  ['a word begun again', "I... I don't know.", 'You … You there!'],
  ['brackets', 'He came (at last!) and sat.', '(It was late.)', 'They left.'],
  ['square brackets', 'Stop [President Li] there.', '[It was late.]', 'They left.'],
  ['notes', 'It was late.[12]', 'They left.[3][4]', 'Good.'],
  ['pages', 'See example.org or www.example.com/a?b=1 today.', 'Thanks.'],
  ['names with a small first letter', 'I like it.', 'iPhones sell well.', 'eBay too.'],
  ['money', 'It is dear.', '$5 is a lot.', '£3 is not.'],
  ['emoji behind the stop', 'Great!', '😀 Let us go.'],
  ['emoji right behind the stop', 'Great!😀', 'Let us go.'],
  ['dashes', 'He came -- at last -- and sat.', '— It is late.', '-- They left.'],
  ['hanzi inside', 'He wrote 停火 on the wall.', '停火 means ceasefire.'],
  ['other letters with capitals', 'Il part.', 'Élise reste.', 'Ökonomie.'],
]

describe('segmentEn', () => {
  it.each(TABLE)('%s', (_fact, ...sentences) => {
    expect(split(sentences.join(' '))).toEqual(sentences)
  })

  it('ends at Chinese marks without a space', () => {
    expect(split('It is late。Go！Now.')).toEqual(['It is late。', 'Go！', 'Now.'])
  })

  it('ends where the space was forgotten', () => {
    expect(split('It was over.Then they left. He said "No."Then he left.')).toEqual([
      'It was over.',
      'Then they left.',
      'He said "No."',
      'Then he left.',
    ])
  })

  it('ends a sentence at every line break, whatever its marks', () => {
    expect(split('Late\r\nup\u2028gone\n\nbye')).toEqual(['Late', 'up', 'gone', 'bye'])
  })

  it('gives nothing for blanks and characters that are not seen', () => {
    expect(split(' \u3000\u200b\ufeff\n\u200e ')).toEqual([])
  })

  it('covers all that is not blank, in order, for any text', () => {
    const piece = fc.constantFrom(
      'He',
      'it',
      'U.S',
      'Mr',
      'J',
      'I',
      '3',
      '停',
      '😀',
      '\ud800',
      '\u200b',
      ...'.!?…“”‘’"\'()[] \n—-。！」,'.split(''),
    )
    const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''))
    fc.assert(
      fc.property(text, (value) => coversAll(value, segmentEn(value))),
      { seed: 7, numRuns: 2000 },
    )
  })

  it('takes a book without a line break', () => {
    const pieces = segmentEn('a.b (c. '.repeat(250_000))
    expect(pieces).toHaveLength(1_000)
    expect(pieces.every(({ start, end }) => end - start <= 2_000)).toBe(true)
  })
}, 120_000)
