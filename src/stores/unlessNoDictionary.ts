import { AppError } from '../domain/errors.ts'

/** What was found; null where no dictionary is here yet, which is no problem for what nobody asked for. */
export async function unlessNoDictionary<T>(found: Promise<T>): Promise<T | null> {
  try {
    return await found
  } catch (error) {
    if (error instanceof AppError && error.code === 'dictionaryUnavailable') return null
    throw error
  }
}
