import { showArticle } from '../../../src/domain/article/showArticle.ts'
import {
  editArticle,
  importArticle,
  leaveVersion,
  takeVersion,
} from '../../../src/domain/article/writeArticle.ts'
import { leavesOf, VERSION, versionsIn } from '../../../src/domain/article/versions.ts'
import { showNote } from '../../../src/domain/notes/showNote.ts'
import {
  mergeFact,
  mergeField,
  mergeRows,
  valueOf,
  type Merged,
} from '../../../src/domain/records/merged.ts'
import {
  deletionOf,
  deleteRow,
  witnessRow,
  writeFields,
  type Written,
} from '../../../src/domain/records/writing.ts'
import { laterStamp, parseStamp, tick, type Stamp } from '../../../src/domain/records/stamp.ts'

/** What the devices of the property test go by: the kernel's own functions, or all but one of them. */
export const RULES = {
  mergeRows,
  writeFields,
  deleteRow,
  witnessRow,
  importArticle,
  editArticle,
  takeVersion,
  leaveVersion,
  showArticle,
  showNote,
}
export type Rules = typeof RULES

/** `writeFields` with another choice of what a field is written over. */
const stampedOver =
  (over: (row: Merged, field: string) => Stamp): Rules['writeFields'] =>
  (row, values, now) =>
    Object.entries(values).reduce<Written>(
      ({ row, clock }, [name, v]) => {
        const ticked = tick({ ...now, clock }, over(row, name))
        const fields = { ...row.fields, [name]: { v, t: ticked.stamp } }
        return { row: { ...row, fields }, clock: ticked.clock }
      },
      { row, clock: now.clock },
    )

/** `mergeRows` with another choice between two of one name. */
function mergedBy(
  fact: typeof mergeFact,
  field: typeof mergeField,
  isKept: (name: string) => boolean = () => true,
): Rules['mergeRows'] {
  const unite = <T>(a: Record<string, T>, b: Record<string, T>, keep: (a: T, b: T) => T) => {
    const all = { ...a }
    for (const [name, value] of Object.entries(b))
      if (isKept(name)) all[name] = Object.hasOwn(all, name) ? keep(all[name]!, value) : value
    return all
  }
  return (a, b) => ({
    id: a.id,
    facts: unite({ ...a.facts }, b.facts, fact),
    fields: unite({ ...a.fields }, b.fields, field),
  })
}

const fieldStamp = (row: Merged, name: string): Stamp => valueOf(row.fields, name)?.t ?? ''

/** Each rule of merging left out in turn: what it says, and the kernel without it. */
export const LEFT_OUT: readonly (readonly [rule: string, without: Partial<Rules>])[] = [
  ['a field is stamped above what it held', { writeFields: stampedOver((row) => deletionOf(row)) }],
  [
    'a field is stamped above the deletion of its record',
    { writeFields: stampedOver((row, name) => fieldStamp(row, name)) },
  ],
  [
    'a deletion is stamped above everything in its record',
    {
      deleteRow: (row, now) => {
        const { stamp, clock } = tick(now, deletionOf(row))
        return { row: { ...row, fields: { ...row.fields, deleted: { v: true, t: stamp } } }, clock }
      },
    },
  ],
  [
    'a stamp that lies far ahead is not adopted',
    {
      witnessRow: (row, { clock }) => {
        const latest = Object.values(row.fields).reduce((t, one) => laterStamp(t, one.t), '')
        const seen = parseStamp(latest)
        return seen !== null && seen.ms > clock.ms ? { ...clock, ms: seen.ms } : clock
      },
    },
  ],
  [
    'of two fields with one stamp the greater value stays',
    { mergeRows: mergedBy(mergeFact, (a, b) => (b.t > a.t ? b : a)) },
  ],
  ['of two facts of one name the earlier stays', { mergeRows: mergedBy((a) => a, mergeField) }],
  [
    'names nobody knows travel on',
    { mergeRows: mergedBy(mergeFact, mergeField, (name) => !name.startsWith('later/')) },
  ],
  [
    'who leaves a version settles it',
    {
      leaveVersion: (row, shown, _offered, now) =>
        RULES.leaveVersion(row, shown, shown.version, now),
    },
  ],
  [
    'what is alike is replaced along with what is shown',
    {
      editArticle: (row, shown, change, now) =>
        editArticle(row, { ...shown, alike: [] }, change, now),
    },
  ],
  [
    'an import says that its article is alive',
    {
      importArticle: (row, it, now) => {
        const done = importArticle(row, it, now)
        const { deleted: _said, ...fields } = done.row.fields
        const before = row === null ? undefined : valueOf(row.fields, 'deleted')
        const kept = before === undefined ? fields : { ...fields, deleted: before }
        return { ...done, row: { ...done.row, fields: kept } }
      },
    },
  ],
  [
    'of several versions all devices show the same',
    {
      showArticle: (row, revisions) => {
        const shown = showArticle(row, revisions)
        const first = shown?.offered[0]
        if (!shown || first === undefined) return shown
        // The one that came first.
        const order = Object.keys(row.facts)
        if (order.indexOf(VERSION + first.id) > order.indexOf(VERSION + shown.version.id))
          return shown
        return { ...shown, version: first, offered: [shown.version, ...shown.offered.slice(1)] }
      },
    },
  ],
  [
    'a version waits until all it speaks of is here',
    {
      showArticle: (row, revisions) => {
        const shown = showArticle(row, revisions)
        return shown?.version.id === leavesOf(row, () => true)[0]?.id ? shown : null
      },
    },
  ],
  [
    'a newer revision of a deck takes the place of an older one',
    {
      showArticle: (row, revisions) => {
        const shown = showArticle(row, revisions)
        const imports = versionsIn(row).filter(({ id }) => id.includes('@'))
        return shown && { ...shown, offered: [...new Set([...shown.offered, ...imports])] }
      },
    },
  ],
  ['contexts of a deleted article are hidden', { showNote: (row) => showNote(row, () => true) }],
]
