import type { Parsed } from '../domain/errors.ts'
import type { Source } from '../domain/text/layoutTypes.ts'
import { byTime, type Cue, joinedLines, textOfCues } from './cues.ts'

/** Two films of one length may begin so far apart: an introduction, a title. */
const FARTHEST_MS = 600_000
/** Starts are compared in steps of so many ms. */
const STEP_MS = 100
/** Cues of each file that are compared, from its beginning. */
const COMPARED = 600
/** An offset is believed when this share of the compared cues begins together, and more than without it. */
const AGREEING_SHARE = 0.25
const BETTER_THAN_NONE = 1.25
/** Cues belong together when they share this much of the shorter one's time. */
const SHARED = 0.4
/** With fewer cues that found one of the other side the files are not of one film. */
const PAIRED_SHARE = 0.4

/**
 * Two files of subtitles of one film, paired by the time they share: a row for cues that overlap, several on a side where one is split
 * finer. A constant offset is found, taken off and said (`timeOffset`, in seconds). Files that do not fit are two texts.
 */
export function pairCues(
  one: readonly Cue[],
  two: readonly Cue[],
): Parsed<Exclude<Source, { kind: 'deck' }>> {
  const offset = offsetOf(one, two)
  const shifted = two.map((cue) => ({
    ...cue,
    start: cue.start - offset,
    end: cue.end - offset,
  }))
  const groups = grouped(byTime(one), byTime(shifted))
  const paired = groups.filter(([left, right]) => left.length > 0 && right.length > 0)
  const cues = paired.reduce((sum, [left, right]) => sum + left.length + right.length, 0)
  if (cues < PAIRED_SHARE * (one.length + two.length))
    return { value: { kind: 'two', texts: [textOfCues(one), textOfCues(two)] }, issues: [] }
  const rows = groups.map((sides) =>
    sides.map((side) => joinedLines(side.flatMap(({ lines }) => lines)).join('\n')),
  )
  const seconds = (offset / 1000).toFixed(1)
  return {
    value: { kind: 'rows', rows, sentences: true },
    issues: Math.abs(offset) < STEP_MS ? [] : [{ code: 'timeOffset', found: seconds }],
  }
}

/** How much later, in ms, the cues of the second file begin; 0 when they do not agree. */
function offsetOf(one: readonly Cue[], two: readonly Cue[]): number {
  const [left, right] = [sample(one), sample(two)]
  const counts = new Map<number, number>()
  for (const a of left) {
    for (const b of right) {
      const apart = b - a
      if (Math.abs(apart) > FARTHEST_MS) continue
      const step = Math.round(apart / STEP_MS)
      counts.set(step, (counts.get(step) ?? 0) + 1)
    }
  }
  const near = (step: number) =>
    (counts.get(step - 1) ?? 0) + (counts.get(step) ?? 0) + (counts.get(step + 1) ?? 0)
  let best = 0
  for (const step of counts.keys()) if (near(step) > near(best)) best = step
  const agreeing = near(best)
  const enough = Math.max(2, AGREEING_SHARE * Math.min(left.length, right.length))
  if (agreeing < enough || agreeing < BETTER_THAN_NONE * near(0)) return 0
  const exact: number[] = []
  for (const a of left)
    for (const b of right)
      if (Math.abs(Math.round((b - a) / STEP_MS) - best) <= 1) exact.push(b - a)
  exact.sort((x, y) => x - y)
  return exact[Math.floor(exact.length / 2)] ?? 0
}

/** When the first cues begin: taken here and there from a long file, few of them would meet their own. */
function sample(cues: readonly Cue[]): readonly number[] {
  return byTime(cues)
    .slice(0, COMPARED)
    .map(({ start }) => start)
}

type Group = [one: Cue[], two: Cue[]]

/** Cues that overlap, in order of time; every cue is in one group. */
function grouped(one: readonly Cue[], two: readonly Cue[]): readonly Group[] {
  const groups: Group[] = []
  const at: [number, number] = [0, 0]
  const sides = [one, two] as const
  for (;;) {
    const [a, b] = [one[at[0]], two[at[1]]]
    if (!a && !b) return groups
    const side: 0 | 1 = !b || (a && a.start <= b.start) ? 0 : 1
    const cue = sides[side][at[side]++]!
    const group = fitting(groups.slice(-NEAR), cue, side)
    if (group) group[side].push(cue)
    else groups.push(side === 0 ? [[cue], []] : [[], [cue]])
  }
}

/** So many groups and cues back may something be shown together with a cue: a sign stands between, two speak at once. */
const NEAR = 4

/** The group whose other side shares most of its time with a cue; undefined when none shares enough. */
function fitting(groups: readonly Group[], cue: Cue, side: 0 | 1): Group | undefined {
  const sharedWith = (group: Group) =>
    Math.max(-1, ...group[side === 0 ? 1 : 0].slice(-NEAR).map((other) => shared(cue, other)))
  return groups.reduce<Group | undefined>((best, group) => {
    const here = sharedWith(group)
    return here >= SHARED && (best === undefined || here > sharedWith(best)) ? group : best
  }, undefined)
}

/** The time two cues share, as a share of the shorter one's; below 0 when they do not meet. */
function shared(one: Cue, two: Cue): number {
  const together = Math.min(one.end, two.end) - Math.max(one.start, two.start)
  const shorter = Math.min(one.end - one.start, two.end - two.start)
  if (together < 0) return -1
  return shorter > 0 ? together / shorter : 1
}
