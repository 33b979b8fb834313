import { mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h } from 'vue'
import { useReaderKeys } from '../../../src/ui/article/readerKeys.ts'

const actions = {
  pairs: () => 3,
  goTo: vi.fn(),
  menu: vi.fn(),
  fold: vi.fn(),
  look: vi.fn(),
  listen: vi.fn(),
  search: vi.fn(),
  help: vi.fn(),
}
beforeEach(() => vi.clearAllMocks())

const page = () =>
  mount(
    defineComponent(() => {
      useReaderKeys(actions)
      return () => [
        ...[1, 2, 3].map((pair) => h('li', { 'data-pair': pair, tabindex: -1 })),
        h('input'),
        h('div', { 'data-own-keys': '' }, h('button', 'Close')),
      ]
    }),
    { attachTo: document.body },
  )

async function press(key: string, at: string | null, modifiers = {}) {
  const view = page()
  if (at !== null) (view.get(at).element as HTMLElement).focus()
  const on = at === null ? document.body : view.get(at).element
  on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...modifiers }))
}

describe('the keys of the reader', () => {
  it.each([
    ['j', '[data-pair="1"]', 2],
    ['j', '[data-pair="3"]', 3],
    ['k', '[data-pair="3"]', 2],
    ['k', '[data-pair="1"]', 1],
  ])('%s on %s goes to sentence %i', async (key, at, to) => {
    await press(key, at)
    expect(actions.goTo).toHaveBeenCalledExactlyOnceWith(to)
  })

  it('open and fold the sentence they stand on', async () => {
    await press('Enter', '[data-pair="2"]')
    await press('e', '[data-pair="2"]')
    expect(actions.menu).toHaveBeenCalledWith(2)
    expect(actions.fold).toHaveBeenCalledWith(2)
  })

  it.each([
    ['a', 'look'],
    ['l', 'listen'],
    ['/', 'search'],
    ['?', 'help'],
  ] as const)('%s is for %s', async (key, name) => {
    await press(key, null)
    expect(actions[name]).toHaveBeenCalledOnce()
  })

  it.each([
    ['j', 'input', {}],
    ['?', '[data-own-keys] button', {}],
    ['a', '[data-pair="1"]', { ctrlKey: true }],
    ['Enter', null, {}],
    ['x', '[data-pair="1"]', {}],
  ])('do nothing: %s at %s with %o', async (key, at, modifiers) => {
    await press(key, at, modifiers)
    for (const one of Object.values(actions).slice(1)) expect(one).not.toHaveBeenCalled()
  })
})
