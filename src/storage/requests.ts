/** Many requests of one transaction, and turns for the page between them. */
import { unwrap, type StoreValue } from 'idb'
import type { Schema, Store, Transaction } from './schema.ts'

export type Write = () => Promise<unknown>

/** Requests that are started at once: between such portions the page gets a turn. */
const MOST_AT_ONCE = 100

/** Started together. When one is refused the transaction fails, and says why: the others' failures follow from that. */
function started(writes: readonly Write[]): Promise<unknown> {
  const begun = writes.map((write) => {
    const one = write()
    one.catch(() => undefined)
    return one
  })
  const done = Promise.all(begun)
  done.catch(() => undefined)
  return done
}

/**
 * Starts all writes, of a batch none awaited before the next, and the next batch while the disk has one to do. What comes
 * back is the last batch under way.
 */
async function startAll(writes: readonly Write[]): Promise<{ readonly last: Promise<unknown> }> {
  let last: Promise<unknown> = Promise.resolve()
  for (const batch of batchesOf(writes)) {
    const next = started(batch)
    await last
    last = next
  }
  return { last }
}

/** Starts all writes, and resolves when they are accepted. */
export async function all(writes: readonly Write[]): Promise<void> {
  const { last } = await startAll(writes)
  await last
}

/**
 * The same for writes of one request each, and resolves before the last batch is accepted: whether it was, the end of the
 * transaction says, and an answer is one way to the disk and back sooner there.
 */
export async function place(writes: readonly Write[]): Promise<void> {
  await startAll(writes)
}

/** Values that are cloned at once: some of articles are large. */
const PUT_AT_ONCE = 20

/**
 * Puts a value for each item into a store, under the key it holds; resolves when they are accepted. Of a portion the last
 * request alone has a promise: those of ten thousand take longer than the disk does. One that is refused fails the
 * transaction, and the last with it.
 *
 * @param valueOf called when it is the item's turn
 */
export async function putAll<Name extends Store, T>(
  tx: Transaction<Name>,
  name: Name,
  items: readonly T[],
  valueOf: (item: T) => StoreValue<Schema, Name>,
): Promise<void> {
  const store = tx.objectStore(name)
  const bare = unwrap(store)
  let last: Promise<unknown> = Promise.resolve()
  for (const portion of batchesOf(items, PUT_AT_ONCE)) {
    for (const item of portion.slice(0, -1)) bare.put(valueOf(item))
    const next = store.put(valueOf(portion.at(-1)!))
    next.catch(() => undefined)
    await last
    last = next
  }
  await last
}

/** The items in portions, as a rule of {@link MOST_AT_ONCE}, in order. */
export function* batchesOf<T>(items: readonly T[], size = MOST_AT_ONCE): Generator<readonly T[]> {
  for (let from = 0; from < items.length; from += size) yield items.slice(from, from + size)
}
