import { expect, it } from 'vitest'
import MixedText from '../../../src/ui/shared/MixedText.vue'
import SideText from '../../../src/ui/shared/SideText.vue'
import { defineComponent, h } from 'vue'
import { provideArticleScript } from '../../../src/ui/shared/articleScript.ts'
import { mountWith } from '../mountWith.ts'

it('reads hanzi in a gloss as Chinese, in their script', async () => {
  const text = await mountWith(MixedText, { text: 'variant of 還, see 渡船' })
  const langs = text.findAll('[lang]').map((run) => [run.attributes('lang'), run.text()])
  expect(langs).toEqual([
    ['en', 'variant of'],
    ['zh-Hant', '還'],
    ['en', ', see'],
    ['zh-Hans', '渡船'],
  ])
})

it('gives a line that tells nothing the script of its article', async () => {
  const article = await mountWith(
    defineComponent(() => {
      provideArticleScript(() => '這艘船來了')
      return () => h(SideText, { text: '山水', side: 'zh' })
    }),
    {},
  )
  expect(article.find('[lang]').attributes('lang')).toBe('zh-Hant')
})
