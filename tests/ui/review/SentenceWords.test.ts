import { mount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { defineComponent, h } from 'vue'
import { loadDictionary } from '../../../src/cli/dictionary.ts'
import type { Passage } from '../../../src/domain/cards/passages.ts'
import { wordsOf } from '../../../src/domain/words/words.ts'
import { provideTapping } from '../../../src/ui/shared/tapping.ts'
import LitText from '../../../src/ui/shared/LitText.vue'
import SentenceWords from '../../../src/ui/review/SentenceWords.vue'

afterEach(() => document.body.replaceChildren())

const dictionary = await loadDictionary('full')
const passage: Passage = {
  side: 'zh',
  text: '双方停火。会谈结束。',
  lit: [{ start: 2, end: 4 }],
  focus: { start: 0, end: 5 },
  gap: null,
}

/** Both under a screen whose words can be tapped, or not yet. */
function onCard(revealed: boolean) {
  const taps: number[] = []
  const page = mount(
    defineComponent(() => {
      provideTapping({
        wordsOf: (text, side) => (revealed ? wordsOf(text, side, dictionary) : []),
        tap: (_text, _side, at) => taps.push(at),
        tappedIn: () => 5,
      })
      return () => [h(LitText, { passage }), h(SentenceWords, { passage })]
    }),
    { attachTo: document.body },
  )
  return { page, taps }
}

describe('the words of a passage', () => {
  it('are tapped once they may be, each where it begins, the lit one too', async () => {
    const { page, taps } = onCard(true)
    expect(page.findAll('.word').map((one) => one.text())).toEqual(['双方', '停火', '会谈', '结束'])
    expect(page.get('mark').text()).toBe('停火')
    expect(page.get('.word.tapped').text()).toBe('会谈')
    await page.get('mark .word').trigger('click')
    await new Promise((resolve) => setTimeout(resolve))
    expect(taps).toEqual([2])
  })

  it('are plain text before, letter by letter the same', () => {
    const { page } = onCard(false)
    expect(page.find('.word').exists()).toBe(false)
    expect(page.get('p').text()).toBe(onCard(true).page.get('p').text())
    expect(page.find('[data-testid=sentence-reading]').exists()).toBe(false)
  })

  it('have the reading of the bright part below, joined word by word', () => {
    const { page } = onCard(true)
    expect(page.get('[data-testid=sentence-reading]').text()).toBe('shuāngfāng tínghuǒ')
  })
})
