import { clockOver, FAR_MS, type LogClock } from '../domain/srs/logClock.ts'
import { isUncut } from '../formats/packedEntries.ts'
import { all } from './requests.ts'
import { isWhole, readPending } from './pendingLog.ts'
import { entriesIn, readSealed } from './readLog.ts'
import type { Reading, Transaction } from './schema.ts'

/** The log's clock on this disk: two rows among what a device keeps for itself, so that nobody reads a log to write an entry. */
const CLOCK = 'clock'
const AHEAD = 'ahead'

/** From the log itself. Only segments with something far ahead are unpacked. */
async function readAnew(tx: Reading<'log' | 'segments'>, now: number): Promise<LogClock> {
  const [segments, pending] = await Promise.all([readSealed(tx), readPending(tx)])
  const entries = [...pending]
  let latest = 0
  for (const segment of segments) {
    if (!isUncut(segment.entries)) continue
    const last = segment.entries.at.reduce((most, at) => (at > most ? at : most), 0)
    const isNear = last <= now + FAR_MS
    if (isNear) latest = Math.max(latest, last)
    // What takes entries back is never packed.
    const found = isNear ? segment.entries.others.filter(isWhole) : (entriesIn(segment) ?? [])
    for (const entry of found) entries.push(entry)
  }
  const clock = clockOver(entries, now)
  clock.latest = Math.max(clock.latest, latest)
  return clock
}

function aheadIn(stored: unknown): Map<string, number> | null {
  if (typeof stored !== 'object' || stored === null) return null
  const ahead = new Map<string, number>()
  for (const [card, at] of Object.entries(stored)) {
    if (typeof at !== 'number' || !Number.isFinite(at)) return null
    ahead.set(card, at)
  }
  return ahead
}

/**
 * The clock as it is stored. Where it is missing, spoilt, or ahead because the wall clock was set back, it is taken from the
 * whole log: that takes long, once.
 */
export async function readLogClock(
  tx: Reading<'log' | 'segments' | 'settings'>,
  now: number,
): Promise<LogClock> {
  const settings = tx.objectStore('settings')
  const [latest, stored] = await Promise.all([settings.get(CLOCK), settings.get(AHEAD)])
  const ahead = aheadIn(stored)
  const isSound = typeof latest === 'number' && latest >= 0 && latest <= now + FAR_MS
  if (!isSound || ahead === null) return await readAnew(tx, now)
  const clock: LogClock = { latest, ahead, isStored: true }
  for (const [card, at] of [...ahead]) {
    // Time has come up to it.
    if (at > now + FAR_MS) continue
    ahead.delete(card)
    clock.latest = Math.max(clock.latest, at)
    clock.isStored = false
  }
  return clock
}

/** Stores the clock, in the transaction of what moved it. */
export async function keepLogClock(
  tx: Transaction<'settings'>,
  { latest, ahead, isStored }: LogClock,
): Promise<void> {
  const settings = tx.objectStore('settings')
  await all([
    () => settings.put(latest, CLOCK),
    ...(isStored ? [] : [() => settings.put(Object.fromEntries(ahead), AHEAD)]),
  ])
}
