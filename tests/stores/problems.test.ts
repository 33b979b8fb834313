// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import { AppError, type AppErrorCode } from '../../src/domain/errors.ts'
import { useProblems, type Task } from '../../src/stores/problems.ts'

beforeEach(() => setActivePinia(createPinia()))

/** Tries a task that is refused. */
const refuse = (task: Task, code: AppErrorCode) =>
  useProblems().attempt(task, () => Promise.reject(new AppError(code)))
const succeed = (task: Task) => useProblems().attempt(task, async () => 'done')

describe('a problem', () => {
  it('is what the world refused, and the task comes to nothing', async () => {
    expect(await refuse('review.answer', 'diskFull')).toBeNull()
    expect(useProblems().problem).toBe('diskFull')
  })

  it('stands until its own task succeeds, whatever else does', async () => {
    await refuse('review.answer', 'diskFull')
    for (const task of ['review.tick', 'memory.load', 'undo'] as const) await succeed(task)
    expect(useProblems().problem).toBe('diskFull')
    expect(await succeed('review.answer')).toBe('done')
    expect(useProblems().problem).toBeNull()
  })

  it('stands while its task is tried again, and when that is cancelled', async () => {
    const problems = useProblems()
    await refuse('backup.restore', 'diskFull')
    const again = problems.attempt('backup.restore', async () => {
      expect(problems.problem).toBe('diskFull')
      throw new DOMException('', 'AbortError')
    })
    expect(await again).toBeNull()
    expect(problems.problem).toBe('diskFull')
  })

  it('gives way to a newer one, and is said again when that is over', async () => {
    const problems = useProblems()
    await refuse('settings.change', 'diskFull')
    await refuse('article.tap', 'dictionaryUnavailable')
    expect(problems.problem).toBe('dictionaryUnavailable')
    await succeed('article.tap')
    expect(problems.problem).toBe('diskFull')
  })

  it('of a task that is refused again is the newest again', async () => {
    await refuse('settings.change', 'diskFull')
    await refuse('article.tap', 'dictionaryUnavailable')
    await refuse('settings.change', 'diskRefused')
    expect(useProblems().problem).toBe('diskRefused')
  })

  it('that is closed is gone, with others that say the same; what says something else is not', async () => {
    const problems = useProblems()
    await refuse('article.repair', 'changedElsewhere')
    await refuse('settings.change', 'diskFull')
    await refuse('review.answer', 'diskFull')
    problems.dismiss()
    expect(problems.problem).toBe('changedElsewhere')
    problems.dismiss()
    expect(problems.problem).toBeNull()
  })

  it('within a task is not wiped by the success of that task', async () => {
    await useProblems().attempt('import.commit', () => refuse('memory.arrange', 'workerLost'))
    expect(useProblems().problem).toBe('workerLost')
  })
})
