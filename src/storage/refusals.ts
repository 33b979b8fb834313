import { AppError } from '../domain/errors.ts'

/** The name of a DOMException or Error; '' for anything else that was thrown. */
const nameOf = (cause: unknown): string =>
  typeof cause === 'object' && cause !== null && 'name' in cause ? String(cause.name) : ''

/**
 * What the disk refused, as an error the interface can speak.
 *
 * Our own mistakes and a cancelling pass through untouched. A transaction that ran out of room aborts, and then its
 * requests fail with AbortError: `transactionError` is asked first.
 */
export function asRefusal(cause: unknown, transactionError?: unknown): unknown {
  const names = [nameOf(transactionError), nameOf(cause)]
  const reason = transactionError ?? cause
  if (cause instanceof AppError) return cause
  if (names.includes('QuotaExceededError')) return new AppError('diskFull', { cause: reason })
  if (names.includes('VersionError')) return new AppError('databaseNewer', { cause: reason })
  if (cause instanceof RangeError || cause instanceof TypeError) return cause
  if (typeof DOMException === 'undefined' || !(reason instanceof DOMException)) return cause
  return new AppError('diskRefused', { cause: reason })
}

/** Whether it was the disk that refused, and not a mistake of ours. */
export const isRefusal = (cause: unknown): boolean =>
  cause instanceof AppError && ['diskFull', 'diskRefused'].includes(cause.code)

/** What writing something comes to that nobody decided; null when the disk refused it: nothing that is read depends on it. */
export async function keepQuietly<T>(task: () => Promise<T>): Promise<T | null> {
  try {
    return await task()
  } catch (cause) {
    if (!isRefusal(cause)) throw cause
    return null
  }
}
