import { keepQuietly } from '../../storage/refusals.ts'
import { shallowRef } from 'vue'
import type { LayoutChoice, Source } from '../../domain/text/layoutTypes.ts'
import type { Disk } from '../../storage/database.ts'
import {
  deleteDraft,
  putDraft,
  putDraftPart,
  readDraftPart,
  readDrafts,
} from '../../storage/drafts.ts'
import type { Draft, Layout } from '../../worker/language/protocol.ts'

/** An import under way survives a killed tab. */

/** Under which it is kept. */
export const DRAFT = 'import'
const TICKS = 'ticks'

/** What was put in, and what was seen in it. Large, and written when it changes. */
interface KeptImport {
  readonly source: Source
  readonly choice: LayoutChoice
  readonly layout: Layout | null
  readonly draft: Draft
}

/** How far the learner is. Small, and written with every tick. */
interface Ticks {
  readonly stage: 'see' | 'pick'
  readonly terms: readonly number[]
  readonly sentences: readonly number[]
}

/**
 * Keeps an import under way on the disk, as far as that has room. A part of the import store: nothing of it is worth a
 * complaint, what is on screen can be gone on with.
 */
export function keptImport(open: () => Promise<Disk>) {
  /** What of the import the disk has, null while that is none. */
  const onDisk = shallowRef<Draft | null>(null)

  /** Writes what was put in and seen when that has changed; the ticks, which change with every tap, lie beside it. */
  async function keep(whole: KeptImport, ticks: Ticks): Promise<void> {
    const disk = await open()
    await keepQuietly(async () => {
      if (onDisk.value !== whole.draft) await putDraft(disk, DRAFT, { version: 2, ...whole })
      onDisk.value = whole.draft
      // Beside another draft they would mean something else: they come after it, or not at all.
      await putDraftPart(disk, DRAFT, TICKS, ticks)
    })
  }

  async function drop(): Promise<void> {
    onDisk.value = null
    const disk = await open()
    await keepQuietly(() => deleteDraft(disk, DRAFT))
  }

  /** The import that was left behind; null when there is none, or none that this version understands. */
  async function read(): Promise<(KeptImport & Ticks) | null> {
    const kept = await readKept(await open())
    onDisk.value = kept?.draft ?? null
    return kept
  }
  return { onDisk, keep, drop, read }
}

async function readKept(disk: Disk): Promise<(KeptImport & Ticks) | null> {
  const found = (await readDrafts(disk)).find(({ id }) => id === DRAFT)?.value
  if (!isKept(found)) return null
  // The first version kept both in one record.
  const ticks = [await readDraftPart(disk, DRAFT, TICKS), found].find(areTicks)
  return { ...found, ...(ticks ?? { stage: 'see', terms: [], sentences: [] }) }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

function isKept(value: unknown): value is KeptImport {
  if (!isObject(value)) return false
  const { version, source, choice, draft }: Record<string, unknown> = { ...value }
  return (version === 1 || version === 2) && isObject(source) && isObject(choice) && isDraft(draft)
}

function isDraft(value: unknown): value is Draft {
  if (!isObject(value)) return false
  const { texts, segments, beads, terms }: Partial<Draft> = value
  return (
    [texts?.zh, texts?.en].every((text) => typeof text === 'string') &&
    [segments?.zh, segments?.en, beads, terms].every(Array.isArray)
  )
}

function areTicks(value: unknown): value is Ticks {
  if (!isObject(value)) return false
  const { stage, terms, sentences }: Partial<Ticks> = value
  return (
    (stage === 'see' || stage === 'pick') &&
    [terms, sentences].every((list) => Array.isArray(list) && list.every(Number.isInteger))
  )
}
