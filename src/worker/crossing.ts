import { transferHandlers, type TransferHandler } from 'comlink'
import { AppError, type AppErrorCode } from '../domain/errors.ts'

/** What comlink hands to the handler of what was thrown. */
interface Thrown {
  readonly value: unknown
}

/** An error as it crosses: a structured clone would keep neither its class nor its code. */
interface Crossing {
  readonly kind: 'app' | 'abort' | 'error' | 'value'
  /** An error's own fields; what was thrown itself when that was no error. */
  readonly value: unknown
  readonly message: string
  readonly stack?: string | undefined
}

function crossing(thrown: unknown): Crossing {
  if (!(thrown instanceof Error)) return { kind: 'value', value: thrown, message: '' }
  const { name, message, stack, cause } = thrown
  if (name === 'AbortError') return { kind: 'abort', value: null, message }
  if (thrown instanceof AppError) {
    const why = cause instanceof Error ? cause.message : cause === undefined ? '' : String(cause)
    return { kind: 'app', value: { ...thrown }, message: why, stack }
  }
  return { kind: 'error', value: { name }, message, stack }
}

function arrived({ kind, value, message, stack }: Crossing): unknown {
  if (kind === 'value') return value
  if (kind === 'abort') return new DOMException(message, 'AbortError')
  const fields = typeof value === 'object' && value !== null ? value : {}
  const error = kind === 'app' ? appError(fields, message) : new Error(message)
  return Object.assign(error, fields, stack === undefined ? {} : { stack })
}

function appError(fields: object, cause: string): AppError {
  const code: AppErrorCode = Reflect.get(fields, 'code')
  return new AppError(code, cause === '' ? {} : { cause })
}

/**
 * What is thrown on one side of a thread arrives on the other as it was: an AppError with its code, all its fields and
 * the message of its cause, an AbortError as one, any other error with its name. To be called on both sides.
 */
export function keepErrors(): void {
  const plain = transferHandlers.get('throw')
  if (plain === undefined) throw new TypeError('comlink has no handler of what is thrown')
  const handler: TransferHandler<Thrown, Crossing> = {
    canHandle: (value): value is Thrown => plain.canHandle(value),
    serialize: ({ value }) => [crossing(value), []],
    deserialize: (value) => {
      throw arrived(value)
    },
  }
  transferHandlers.set('throw', handler)
}
