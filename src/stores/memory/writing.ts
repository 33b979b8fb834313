import type * as Writing from '../../storage/reviewLog.ts'

let loading: Promise<typeof Writing> | undefined

/**
 * What writes the log. It is not on the start path, but comes right after it: an answer must not need the network. Asked
 * for once: a module that is here already still comes a frame later.
 */
export const writing = (): Promise<typeof Writing> => (loading ??= load())

async function load(): Promise<typeof Writing> {
  try {
    return await import('../../storage/reviewLog.ts')
  } catch (error) {
    // Not for good: the next answer asks again.
    loading = undefined
    throw error
  }
}
