import { keepDone, readChoice, readState } from '../storage/sync/state.ts'
import { compare } from './compare.ts'
import { pull } from './pull.ts'
import { push } from './push.ts'
import type { Tools } from './tools.ts'

/** So often the whole list of the shelf is compared, whatever its cursor says. */
const COMPARED_EVERY_MS = 24 * 3_600_000

/**
 * One round: takes in what is new on the shelf, hands on what waits here. One tab at a time; nothing when sync is off.
 * Whoever interrupts it loses nothing, and the next one goes on from there.
 *
 * @throws ShelfError when the shelf refuses; AbortError; AppError when this disk does
 */
export async function syncRound(tools: Tools): Promise<void> {
  const { disk } = tools
  await disk.locks(`${disk.name}-sync`, async () => {
    const choice = await readChoice(disk)
    if (choice === null) return
    const { cursor, comparedAt } = await readState(disk)
    const isDoubtful = await pull(tools, choice.key, cursor)
    const isOld = Math.abs(disk.now() - comparedAt) > COMPARED_EVERY_MS
    let agreed = choice
    if (isDoubtful || isOld) {
      agreed = await compare(tools, choice)
      if ((await readState(disk)).cursor === null) await pull(tools, agreed.key, null)
    }
    await push(tools, agreed)
    await keepDone(disk, isDoubtful || isOld)
  })
}
