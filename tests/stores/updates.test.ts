// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick, ref } from 'vue'
import { useUpdates } from '../../src/stores/updates.ts'

const reload = vi.spyOn(window.location, 'reload').mockReturnValue()
beforeEach(() => setActivePinia(createPinia()))
afterEach(() => reload.mockClear())

describe('a new version that has taken over', () => {
  it('is loaded at once by a page where nothing is being done', async () => {
    const updates = useUpdates()
    updates.hold(() => false)
    updates.due = true
    await nextTick()
    expect([reload.mock.calls.length, updates.held]).toEqual([1, false])
  })

  it('waits until everything that is being done is done', async () => {
    const updates = useUpdates()
    const [card, text] = [ref(true), ref(true)]
    updates.hold(() => card.value)
    updates.hold(() => text.value)
    updates.due = true
    await nextTick()
    card.value = false
    await nextTick()
    expect([reload.mock.calls.length, updates.held]).toEqual([0, true])
    text.value = false
    await nextTick()
    expect([reload.mock.calls.length, updates.held]).toEqual([1, false])
  })

  it('waits for nothing whose screen was left', async () => {
    const updates = useUpdates()
    const leave = updates.hold(() => true)
    updates.due = true
    await nextTick()
    expect(reload).not.toHaveBeenCalled()
    leave()
    await nextTick()
    expect(reload).toHaveBeenCalledOnce()
  })

  it('says nothing and loads nothing before there is one', async () => {
    const updates = useUpdates()
    const leave = updates.hold(() => true)
    leave()
    await nextTick()
    expect([updates.held, reload.mock.calls.length]).toEqual([false, 0])
  })
})
