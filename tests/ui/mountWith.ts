import { mount, RouterLinkStub } from '@vue/test-utils'
import { type Component, defineComponent, h } from 'vue'
import type { Side } from '../../src/domain/model.ts'
import { createWords } from '../../src/ui/i18n/i18n.ts'
import { addAllWords } from './roomWords.ts'

addAllWords()

/** A component on the page as a person meets it: with the words of the interface, links as plain links. */
export async function mountWith(
  component: Component,
  props: Readonly<Record<string, unknown>>,
  language: Side = 'en',
) {
  const page = mount(
    defineComponent(() => () => h(component, props)),
    {
      attachTo: document.body,
      global: { plugins: [await createWords(language)], stubs: { RouterLink: RouterLinkStub } },
    },
  )
  return page.getComponent(component)
}
