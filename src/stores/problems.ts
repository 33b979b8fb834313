import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { AppError, type AppErrorCode } from '../domain/errors.ts'

/** What the interface can say when the world refused. */
export type Problem = AppErrorCode | 'unknown'

/** What the app tries: each has a problem of its own, which stands until the same is tried again and succeeds. */
export type Task =
  | `article.${'open' | 'tap' | 'cut' | 'learn' | 'know' | 'repair' | 'look' | 'settleVersion'}`
  | `backup.${'refresh' | 'lookForRoom' | 'save' | 'restore' | 'bringBack' | 'giveUp'}`
  | 'cards.load'
  | 'changes.hear'
  | 'concordance.find'
  | `copies.${'refresh' | 'pick'}`
  | `disk.${'open' | 'newer' | 'log'}`
  | `doubts.${'look' | 'settle'}`
  | `export.${'open' | 'write'}`
  | `import.${'resume' | 'read' | 'choose' | 'repair' | 'goTo' | 'pick' | 'commit' | 'startOver'}`
  | `known.${'read' | 'mark'}`
  | `keeping.${'look' | 'ask'}`
  | `library.${'load' | 'archive' | 'describe' | 'remove' | 'sort' | 'tidy'}`
  | `memory.${'load' | 'arrange'}`
  | `optimiser.${'load' | 'consider' | 'run' | 'goBack'}`
  | `review.${'begin' | 'tick' | 'answer' | 'act' | 'remove' | 'edit' | 'hint' | 'more' | 'leave' | 'readable'}`
  | `shared.${'look' | 'take' | 'drop'}`
  | 'script.convert'
  | `settings.${'load' | 'change'}`
  | `shelf.${'load' | 'take'}`
  | `start.${'rest' | 'writing'}`
  | `stats.${'load' | 'simulate'}`
  | `sync.${'load' | 'run'}`
  | `today.${'load' | 'mend' | 'startOver'}`
  | 'undo'
  | 'updates.start'
  /** Nobody tried it by name, or nobody caught it. */
  | 'unasked'

/** The one place a refusal is caught; the shell speaks the newest until it is closed or its task succeeds. */
export const useProblems = defineStore('problems', () => {
  /** In the order in which they came. */
  const standing = shallowRef<ReadonlyMap<Task, Problem>>(new Map())
  const problem = computed(() => [...standing.value.values()].at(-1) ?? null)

  function leave(stays: (task: Task, what: Problem) => boolean): void {
    standing.value = new Map([...standing.value].filter(([task, what]) => stays(task, what)))
  }

  /** Keeps what went wrong with a task for the shell to say. Cancelling is no problem. */
  function caught(task: Task, error: unknown): void {
    if (error instanceof Error && error.name === 'AbortError') return
    const what = error instanceof AppError ? error.code : 'unknown'
    if (what === 'unknown') console.error(error)
    succeeded(task)
    standing.value = new Map([...standing.value, [task, what]])
  }

  function succeeded(task: Task): void {
    if (standing.value.has(task)) leave((one) => one !== task)
  }

  /** The result of a task, or null when it was refused and the shell now says why. */
  async function attempt<T>(task: Task, work: () => Promise<T>): Promise<T | null> {
    try {
      const result = await work()
      succeeded(task)
      return result
    } catch (error) {
      caught(task, error)
      return null
    }
  }

  /** Closes what is said, and others that would only say the same again. */
  function dismiss(): void {
    const said = problem.value
    leave((_, what) => what !== said)
  }
  return { problem, caught, succeeded, attempt, dismiss }
})
