import { AppError } from '../domain/errors.ts'
import { keepDone, readChoice, readState, type SyncChoice } from '../storage/sync/state.ts'
import { compare } from './compare.ts'
import { pull } from './pull.ts'
import { push } from './push.ts'
import { ShelfError } from './shelf.ts'
import type { Tools } from './tools.ts'

/** So often the whole list of the shelf is compared, whatever its cursor says. */
const COMPARED_EVERY_MS = 24 * 3_600_000

/** Rejects as soon as the signal says so: what is begun then ends at its next step. */
const end = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason))
  })

/** Takes in, then hands on; whether the shelf was compared, as it is when it seems to have lost something. */
async function meet(tools: Tools, choice: SyncChoice, isOld: boolean): Promise<boolean> {
  for (let isDoubtful = isOld; ;) {
    const { cursor } = await readState(tools.disk)
    const pulled = await pull(tools, choice, cursor)
    let agreed = pulled.choice
    isDoubtful ||= pulled.isDoubtful
    if (isDoubtful) {
      agreed = await compare(tools, agreed)
      if ((await readState(tools.disk)).cursor === null) await pull(tools, agreed, null)
    }
    try {
      await push(tools, agreed)
      return isDoubtful
    } catch (error) {
      if (isDoubtful || !(error instanceof ShelfError) || error.code !== 'lost') throw error
      isDoubtful = true
    }
  }
}

/**
 * One round: takes in what is new on the shelf, hands on what waits here. One tab at a time; nothing when sync is off.
 * Whoever interrupts it loses nothing, and the next one goes on from there.
 *
 * @throws ShelfError when the shelf refuses; AbortError; AppError when this disk does
 */
export async function syncRound(tools: Tools): Promise<void> {
  const { disk, signal } = tools
  const round = disk.locks(`${disk.name}-sync`, async () => {
    // It may have waited long for another tab.
    signal?.throwIfAborted()
    const choice = await readChoice(disk)
    if (choice === null) return
    const { comparedAt } = await readState(disk)
    try {
      const isCompared = await meet(
        tools,
        choice,
        Math.abs(disk.now() - comparedAt) > COMPARED_EVERY_MS,
      )
      await keepDone(disk, isCompared)
    } catch (error) {
      // No room for what came is no reason to keep to ourselves what was learnt here; why it is not done, is said first.
      if (error instanceof AppError && error.code === 'diskFull')
        await Promise.allSettled([push(tools, choice)])
      throw error
    }
  })
  await Promise.race(signal === undefined ? [round] : [round, end(signal)])
}
