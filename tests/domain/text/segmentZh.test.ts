import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { segmentZh } from '../../../src/domain/text/segmentZh.ts'
import { coversAll } from './coversAll.ts'

const split = (text: string) => segmentZh(text).map(({ start, end }) => text.slice(start, end))

/** Each row: what it shows, and the sentences; the text is the sentences joined. */
const TABLE: readonly [fact: string, ...sentences: string[]][] = [
  ['full stops', '天亮了。', '他起床了。'],
  ['questions and exclamations', '你去吗？', '去！', '太好了！'],
  ['a run of marks is one end', '真的吗？！', '不会吧！！！', '好。'],
  ['marks that are two in one', '你说什么⁉', '他跳了起来。', '走⁈', '不‼', '好⁇'],
  ['small marks', '真的吗﹖', '我不信﹗', '他走了。'],
  ['the mark of a note stays', '他改了主意。[1]', '后来他走了！²', '城墙很长。［３］'],
  ['half-width marks', '你去吗?', '去!', '好吧.', '走.'],
  ['the half-width ideographic stop', '天亮了｡', '他起床了｡'],
  ['the closing quote stays', '“天亮了。”', '“起床吧！”', '他起床了。'],
  ['the words of the speaker after a comma', '“我们走，”他说，“天亮了。”', '她点头。'],
  ['a comma after the closing quote', '“快走！”，他喊道。', '她没动。'],
  ['a quotation the sentence goes on from', '我听见“快走！”的喊声。', '我跑了。'],
  [
    'a quotation after a verb of speaking that the sentence goes on from',
    '他喊“快走！”的时候，我跑了。',
    '他没动。',
  ],
  ['what is said of speech', '他说：“没问题。”', '这句话，他一天要说二十次。', '我们都信。'],
  ['what is said of several sentences', '他说：“好。', '走吧！”', '这样的话我听多了。'],
  ['words that are named', '一句“没问题！”这样的话，谁都会说。', '“走吧。”这句话我听懂了。'],
  [
    'traditional words that are named',
    '「走吧。」這句話我聽懂了。',
    '他說：「走。」',
    '這樣不行。',
  ],
  ['a quotation inside a clause', '一声“站住！”把他吓住了。', '他没动。'],
  ['a quotation after a verb of speaking', '他问“为什么？”', '她没有回答。'],
  ['a stop inside a quotation that goes on', '他说：“天亮了。', '我们走。”', '她点头。'],
  ['quotes in quotes', '“他说‘不去。’”', '她叹了口气。'],
  ['half-width quotes', '他说:"天亮了。"', '她说:"走吧!"', '他们走了。'],
  ['half-width quotes over several sentences', '"天亮了。', '走吧。"', '她说:"好。"', '他们走了。'],
  ['a half-width quote that opens', '天亮了。', '"走吧,"她说。'],
  ['a half-width quote that closes a curly one', '他说：“天亮了。"'],
  ['an opening quote nobody closes', '他说：“天亮了。', '我们走。', '她点头。'],
  ['a closing quote nobody opened', '天亮了。', '我们走。”', '她点头。'],
  ['traditional quotes', '「天亮了。」', '「走吧！」', '他說：「好。」', '她笑了。'],
  ['traditional quotes in quotes', '「他說『不去。』」', '她嘆了口氣。'],
  ['a pause in speech', '“我……我不知道。”', '他低下头。'],
  ['a pause early in a sentence', '后来……后来他走了。', '没有人送他。'],
  ['speech that trails off', '“我想……”', '他没有说下去。'],
  ['speech that is broken off', '“你为什么——”', '门忽然开了。'],
  ['narration that trails off', '他一直等到天黑，可是没有一个人来……', '第二天他也走了。'],
  ['an ellipsis before a quotation', '他想了想……', '“好吧。”'],
  ['an ellipsis of full stops', '后来...后来他走了。', '没有人送他。'],
  ['a dash inside a sentence', '他来了——真没想到！', '大家都笑了。'],
  ['an aside in brackets', '他（谁知道呢！）又来了。', '没人理他。'],
  ['an aside in half-width brackets', '卢克(你认识他吗?)又来了。', '没人理他。'],
  ['a sentence in brackets', '他走了。', '（没有人送他。）', '天黑了。'],
  ['a bracket nobody closes', '他（谁知道呢！', '又来了。'],
  ['a title with a question mark', '我读了《谁来了？》这本书。', '很好看。'],
  ['a title that starts the sentence', '《怎么办？》是一本小说。', '我没读过。'],
  ['decimals', '价格是3.5元。', '温度是－2．5度。'],
  ['numbers with a stop at the front', '1.价格不变。', '2.质量更好。'],
  ['an address of a page', '请看https://example.org/a?b=1。', '谢谢！'],
  ['a Latin name with a stop', '我认识J.K.罗琳。', '她写书。'],
  ['an abbreviation before hanzi', '他在Apple Inc.工作。', '她在家。'],
  ['a Latin sentence inside', '他说了一句 Nothing lasts forever. ', '然后走了。'],
  ['a sign between Latin letters', 'C!D不是名字。', '对。'],
  ['emoji behind the stop', '太好了！😀', '我们走吧。'],
  ['emoji alone', '😀😀'],
  ['a semicolon is no end', '春天来了；花开了。', '真美。'],
  ['marks alone go to the sentence before', '他走了。', '天黑了。——'],
]

describe('segmentZh', () => {
  it.each(TABLE)('%s', (_fact, ...sentences) => {
    expect(split(sentences.join(''))).toEqual(sentences.map((sentence) => sentence.trim()))
  })

  it('ends a sentence at every line break, whatever its marks', () => {
    expect(split('天亮了\r\n他起床\u2028走了\n\n再见')).toEqual([
      '天亮了',
      '他起床',
      '走了',
      '再见',
    ])
  })

  it('gives nothing for blanks and characters that are not seen', () => {
    expect(split(' \u3000\u200b\ufeff\n\u200e ')).toEqual([])
  })

  it('leaves blanks between sentences out', () => {
    expect(split('　　天亮了。　他起床了。 ')).toEqual(['天亮了。', '他起床了。'])
  })

  it('covers all that is not blank, in order, for any text', () => {
    const piece = fc.constantFrom(
      ...'天人说的。！？…“”‘’「」"\'（）(),.，：《》 \n😀\ud800aB3'.split(''),
    )
    const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''))
    fc.assert(
      fc.property(text, (value) => coversAll(value, segmentZh(value))),
      { seed: 7, numRuns: 2000 },
    )
  })

  it('takes a book without a line break', () => {
    expect(segmentZh('啊……他'.repeat(300_000)).length).toBeGreaterThan(1)
  })
}, 120_000)
