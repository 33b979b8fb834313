import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { shallowReactive } from 'vue'
import UndoBar from '../../../src/ui/shared/UndoBar.vue'
import { mountWith } from '../mountWith.ts'

const step = { what: 'import.committed', title: '夜车' } as const
const TEN_SECONDS = 10_000

describe('UndoBar', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  const mounted = async () => {
    const props = shallowReactive<Record<string, unknown>>({ step })
    const wrapper = await mountWith(UndoBar, props)
    const isThere = () => wrapper.html().includes('undo-bar')
    const after = async (ms: number) => {
      await vi.advanceTimersByTimeAsync(ms)
      return isThere()
    }
    return { props, wrapper, after }
  }

  it('says what was done, and goes by itself after ten seconds', async () => {
    const { wrapper, after } = await mounted()
    expect(wrapper.text()).toContain('夜车')
    expect(await after(TEN_SECONDS - 100)).toBe(true)
    expect(await after(200)).toBe(false)
  })

  it('stays while it has the focus, and ten seconds longer', async () => {
    const { wrapper, after } = await mounted()
    await wrapper.get('button').trigger('focusin')
    expect(await after(5 * TEN_SECONDS)).toBe(true)
    await wrapper.get('button').trigger('focusout')
    expect(await after(TEN_SECONDS + 100)).toBe(false)
  })

  it('comes back for what is done next, and for nothing else', async () => {
    const { props, after } = await mounted()
    await after(TEN_SECONDS + 100)
    props['step'] = step
    expect(await after(100)).toBe(false)
    props['step'] = { ...step, title: '渡船' }
    expect(await after(100)).toBe(true)
  })
})
