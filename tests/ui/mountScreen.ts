import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { type Component, defineComponent, h } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import type { Side } from '../../src/domain/model.ts'
import { openStorage } from '../../src/storage/database.ts'
import { commitImport } from '../../src/storage/importing.ts'
import { createWords } from '../../src/ui/i18n/i18n.ts'
import type { Bitext } from '../make.ts'
import { addAllWords } from './roomWords.ts'

addAllWords()

/** A screen on the page with real stores, on the disk of the test; addresses lead nowhere. */
export async function mountScreen(
  screen: Component,
  props: Readonly<Record<string, unknown>> = {},
  language: Side = 'en',
) {
  const pinia = createPinia()
  setActivePinia(pinia)
  const names = [
    'today',
    'library',
    'import',
    'settings',
    'review',
    'welcome',
    'stats',
    'concordance',
    'shelf',
    'known',
  ] as const
  const nowhere = defineComponent(() => () => null)
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/', component: nowhere },
      { path: '/article/:id', name: 'article', component: nowhere },
      { path: '/export/:id?', name: 'export', component: nowhere },
      { path: '/about/:id', name: 'about', component: nowhere },
      { path: '/print/:id', name: 'print', component: nowhere },
      ...names.map((name) => ({ path: `/${name}`, name, component: nowhere })),
    ],
  })
  const page = mount(
    defineComponent(() => () => h(screen, props)),
    {
      attachTo: document.body,
      global: { plugins: [pinia, router, await createWords(language)] },
    },
  )
  await flushPromises()
  return page
}

/** Keeps an article on the disk of the test before a screen is mounted. */
export async function keepArticle({ it }: Bitext): Promise<void> {
  const disk = await openStorage()
  await commitImport(disk, it, [])
  await disk.close()
}

/** Waits until something is so, as a person would, at most five seconds. */
export async function until(isSo: () => boolean): Promise<void> {
  for (let i = 0; i < 500 && !isSo(); i++) await new Promise((resolve) => setTimeout(resolve, 10))
  if (!isSo()) throw new Error(`not within five seconds: ${document.body.textContent}`)
  await flushPromises()
}
