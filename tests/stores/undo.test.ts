import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { UNDO_MS, useUndo, type Place } from '../../src/stores/undo.ts'

beforeEach(() => setActivePinia(createPinia()))

const step = (title: string, place: Place = 'shell', undo = async () => {}) => ({
  what: 'library.removed' as const,
  title,
  place,
  undo,
})

describe('the stack of what can be taken back', () => {
  it('gives the latest back first', async () => {
    const stack = useUndo()
    const done: string[] = []
    for (const title of ['one', 'two'])
      stack.push(step(title, 'shell', async () => void done.push(title)))
    await stack.undo()
    await stack.undo()
    expect(done).toEqual(['two', 'one'])
    expect(await stack.undo()).toBeNull()
  })

  it('keeps a review, an import and the rest apart', async () => {
    const stack = useUndo()
    stack.push(step('deleted'))
    stack.push(step('answered', 'review'))
    expect(stack.last?.title).toBe('deleted')
    stack.place = 'review'
    expect((await stack.undo())?.title).toBe('answered')
    expect(stack.last).toBeNull()
  })

  it('offers everything for the same time', () => {
    vi.useFakeTimers()
    const stack = useUndo()
    stack.push(step('deleted'))
    vi.advanceTimersByTime(UNDO_MS - 1)
    expect(stack.last?.title).toBe('deleted')
    vi.advanceTimersByTime(1)
    expect(stack.last).toBeNull()
    vi.useRealTimers()
  })

  it('keeps a step that could not be taken back', async () => {
    const stack = useUndo()
    stack.push(step('deleted', 'shell', () => Promise.reject(new Error('full'))))
    await expect(stack.undo()).rejects.toThrow('full')
    expect(stack.last?.title).toBe('deleted')
    expect(stack.busy).toBe(false)
  })
})
