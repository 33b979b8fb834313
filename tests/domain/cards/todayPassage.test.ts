import { describe, expect, it } from 'vitest'
import { todayPassage } from '../../../src/domain/cards/todayPassage.ts'
import { sentenceNote, termNote } from '../../../src/domain/notes/notes.ts'
import { bitext, termIn } from '../../make.ts'

const LONG = '他们在山上走了很久很久，天黑以前还没有看见村子，大家都有一点儿着急。'
const source = bitext([
  ['船来了。', 'The boat came.'],
  ['渔民上船。', 'The fishermen went aboard.'],
  ['海上有风。', 'There was wind at sea.'],
  ['船长笑了。', 'The captain smiled.'],
  [LONG, 'They walked in the hills.'],
])
const { article, texts } = source
const asked = (zh: string, en: string, isNew: boolean) => ({
  note: termNote(article, texts, termIn(texts, zh, en), 'zh', 0),
  isNew,
})
const boat = asked('船', 'boat', false)
const fishermen = asked('渔民', 'fishermen', true)
const captain = asked('船长', 'captain', true)

const litIn = (notes: readonly ReturnType<typeof asked>[]) => {
  const passage = todayPassage(source, 'zh', notes)
  return passage?.lit.map(({ start, end, isNew }) => [passage.text.slice(start, end), isNew])
}

describe('the passage that today shows', () => {
  it('begins with the first sentence that is asked, its words lit, new ones apart', () => {
    expect(todayPassage(source, 'zh', [fishermen])?.text.startsWith('渔民上船。')).toBe(true)
    expect(litIn([fishermen, boat])).toEqual([
      ['船', false],
      ['渔民', true],
    ])
  })

  it('lights no word within another one', () => {
    const inside = { ...boat, note: asked('船', 'captain', false).note }
    expect(litIn([captain, inside])).toContainEqual(['船长', true])
    expect(litIn([captain, captain])).toEqual([['船长', true]])
  })

  it('is as long as a picture of the text may be, and ends with a sentence', () => {
    const text = todayPassage(source, 'zh', [boat])?.text ?? ''
    expect(text.length).toBeLessThanOrEqual(72)
    expect(text.endsWith('。')).toBe(true)
  })

  it('is found by a sentence that is learnt as well, which is not lit', () => {
    const start = texts.zh.indexOf('海上')
    const note = sentenceNote(article, texts, { start, end: start + 5 }, 'zh', 0)
    const passage = todayPassage(source, 'zh', [{ note, isNew: true }])
    expect([passage?.text.startsWith('海上有风。'), passage?.lit]).toEqual([true, []])
  })

  it('is none where nothing of it is asked', () => {
    expect(todayPassage(source, 'zh', [])).toBeNull()
  })
})
