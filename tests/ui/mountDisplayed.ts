import { mount, RouterLinkStub } from '@vue/test-utils'
import { type Component, defineComponent, h } from 'vue'
import { createWords } from '../../src/ui/i18n/i18n.ts'
import {
  provideDisplay,
  provideOwnReadings,
  type Display,
  type OwnReading,
} from '../../src/ui/shared/display.ts'
import { addAllWords } from './roomWords.ts'

addAllWords()

/** A component under a shell that draws Chinese in this way. */
export async function mountDisplayed(
  component: Component,
  props: Readonly<Record<string, unknown>>,
  { ownReading = () => null, ...display }: Partial<Display> & { readonly ownReading?: OwnReading },
) {
  const page = mount(
    defineComponent(() => {
      provideDisplay({
        pinyin: 'tap',
        readings: 'pinyin',
        toneColours: false,
        spokenTones: false,
        script: 'given',
        shown: (text) => text,
        ...display,
      })
      provideOwnReadings(ownReading)
      return () => h(component, props)
    }),
    {
      attachTo: document.body,
      global: { plugins: [await createWords('en')], stubs: { RouterLink: RouterLinkStub } },
    },
  )
  return page.getComponent(component)
}
