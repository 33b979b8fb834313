import { expect, it } from 'vitest'
import { loadDictionary } from '../../../src/cli/dictionary.ts'
import { countReadings, parseReadingExamples } from '../../../src/cli/training/trainReadings.ts'

const SENTENCES = '他▁还▁没来。\n▁还▁给我\n3点▁了▁\n没有标记\n走▁了▁吧\n'
const LABELS = 'hai2\nhuan2\nle5\nxx\nle5\n'

it('reads sentences with one marked hanzi each, and leaves lines without a mark out', () => {
  expect(parseReadingExamples(SENTENCES, LABELS)).toEqual([
    { text: '他还没来。', at: 1, reading: 'hai2' },
    { text: '还给我', at: 0, reading: 'huan2' },
    { text: '3点了', at: 2, reading: 'le5' },
    { text: '走了吧', at: 1, reading: 'le5' },
  ])
})

it('counts neighbours and places, the same for any order of the examples', async () => {
  const dictionary = await loadDictionary('full')
  const examples = parseReadingExamples(SENTENCES, LABELS)
  const counts = countReadings(examples, dictionary)
  expect(counts).toEqual({
    了: 'le5 2',
    还: 'hai2 1 他 没 a|huan2 1 # 给 f',
  })
  expect(countReadings(examples.toReversed(), dictionary)).toEqual(counts)
})
