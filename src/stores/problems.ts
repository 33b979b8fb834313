import { defineStore } from 'pinia'
import { ref } from 'vue'
import { AppError, type AppErrorCode } from '../domain/errors.ts'

/** What the interface can say when the world refused. */
export type Problem = AppErrorCode | 'unknown'

/** The one place a refusal is caught; the shell speaks it until it is dismissed or the next try succeeds. */
export const useProblems = defineStore('problems', () => {
  const problem = ref<Problem | null>(null)

  /** Keeps what went wrong for the shell to say. Cancelling is no problem. */
  function caught(error: unknown): void {
    if (error instanceof Error && error.name === 'AbortError') return
    problem.value = error instanceof AppError ? error.code : 'unknown'
    if (problem.value === 'unknown') console.error(error)
  }

  /** The result of a task, or null when it was refused and the shell now says why. */
  async function attempt<T>(task: () => Promise<T>): Promise<T | null> {
    try {
      const result = await task()
      problem.value = null
      return result
    } catch (error) {
      caught(error)
      return null
    }
  }

  function dismiss(): void {
    problem.value = null
  }
  return { problem, caught, attempt, dismiss }
})
