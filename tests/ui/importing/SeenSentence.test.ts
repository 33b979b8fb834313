import { describe, expect, it } from 'vitest'
import type { Seen } from '../../../src/domain/text/layoutTypes.ts'
import SeenSentence from '../../../src/ui/importing/SeenSentence.vue'
import { mountWith } from '../mountWith.ts'

const seen = (part: Partial<Seen>): Seen => ({
  kind: 'blocks',
  first: 'zh',
  zh: 35,
  en: 36,
  headline: null,
  columns: null,
  header: false,
  ...part,
})
const say = async (part: Partial<Seen>, language: 'en' | 'zh' = 'en') =>
  (await mountWith(SeenSentence, { seen: seen(part), alternatives: ['alternating'] }, language))
    .get('[data-testid=seen]')
    .text()

describe('SeenSentence', () => {
  it.each([
    [
      { headline: 'en' },
      'Chinese first, 35 paragraphs; then English, 36 paragraphs. The first English line looks like a headline.',
    ],
    [{ first: 'en', zh: 1 }, 'English first, 36 paragraphs; then Chinese, 1 paragraph.'],
    [
      { kind: 'columns', zh: 12, en: 12, header: true },
      'A table with one language in each column: 12 pairs. The first row was left out as a header.',
    ],
    [
      { kind: 'single', zh: 4, en: 0 },
      'Only Chinese here, 4 paragraphs. You can learn its words with the dictionary; add the translation later to read it side by side.',
    ],
    [
      { zh: 2, en: 2, numbers: true },
      'Chinese first, 2 paragraphs; then English, 2 paragraphs. Line numbers or times at the start of lines were left out.',
    ],
    [{ kind: 'inline', zh: 1, en: 1 }, 'A list of words with their translation: 1 pair.'],
  ] as const)('says what was seen: %j', async (part, sentence) => {
    expect(await say(part)).toBe(sentence)
  })

  it('says it in Chinese', async () => {
    expect(await say({}, 'zh')).toBe('先是中文，35 段；然后是英文，36 段。')
  })

  it('keeps the numbers when asked to', async () => {
    const wrapper = await mountWith(SeenSentence, {
      seen: seen({ numbers: true }),
      alternatives: [],
    })
    const keep = wrapper.findAll('button').find((one) => one.text() === 'Keep the numbers')
    await keep?.trigger('click')
    expect(wrapper.emitted('choose')).toEqual([[{ kind: 'blocks', numbers: true }]])
  })

  it('lets the guess be overruled', async () => {
    const wrapper = await mountWith(SeenSentence, { seen: seen({}), alternatives: ['alternating'] })
    const chip = (name: string) => wrapper.findAll('button').find((one) => one.text() === name)
    expect(chip('Chinese, then English')?.attributes('aria-pressed')).toBe('true')
    await chip('Line by line')?.trigger('click')
    await chip('Swap languages')?.trigger('click')
    expect(wrapper.emitted('choose')).toEqual([
      [{ kind: 'alternating' }],
      [{ kind: 'blocks', first: 'en' }],
    ])
  })
})
