import type { Disk } from './database.ts'
import { readSetting } from './readSettings.ts'
import { keepQuietly } from './refusals.ts'

const KEY = 'readerLook'

/** How texts look on this device: what suits a phone does not suit a desk. */
export interface ReaderLook {
  /** A step of the size of text, 0 … {@link SIZES}; {@link USUAL_SIZE} is as the device has it. */
  readonly size: number
  /** Whether readings stand over unknown words only. */
  readonly unknownOnly: boolean
}

export const SIZES = 6
export const USUAL_SIZE = 2
export const USUAL_LOOK: ReaderLook = { size: USUAL_SIZE, unknownOnly: false }

/** The look that is kept; what is not sound in it is as usual. */
export async function readLook(disk: Disk): Promise<ReaderLook> {
  const kept: Partial<Record<keyof ReaderLook, unknown>> = {
    ...Object(await readSetting(disk, KEY)),
  }
  const { size, unknownOnly } = kept
  const isStep = typeof size === 'number' && Number.isInteger(size) && size >= 0 && size <= SIZES
  return { size: isStep ? size : USUAL_SIZE, unknownOnly: unknownOnly === true }
}

export async function keepLook(disk: Disk, look: ReaderLook): Promise<void> {
  const { writeSetting } = await import('./settings.ts')
  await keepQuietly(() => writeSetting(disk, KEY, look))
}
