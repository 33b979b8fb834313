import { type Candidate, type Place } from '../candidates.ts'
import { spellingSimilarity } from './soundAlike.ts'
import { isNameDot } from '../../text/nameHanzi.ts'

/**
 * One term for a name and its variants: the full form (马尔科·卢比奥) speaks for the short one (卢比奥) and for other spellings of it
 * (维特科夫, 威特科夫). Of two full forms, or two short ones, the one met more often speaks; two persons of one family stay two.
 *
 * @param places where every candidate stands, by its key
 */
export function uniteVariants(
  candidates: readonly Candidate[],
  places: ReadonlyMap<string, readonly Place[]>,
): readonly Candidate[] {
  const met = ({ key }: Candidate) => places.get(key)?.length ?? 0
  const parts = ({ zh }: Candidate) => [...zh].filter(isNameDot).length
  const names = candidates
    .filter((one) => one.name && one.pairs[0]?.zhWords.length === 1)
    .sort((a, b) => parts(b) - parts(a) || met(b) - met(a) || a.zh.length - b.zh.length)
  const united = new Map<Candidate, string[]>()
  const gone = new Set<Candidate>()
  const headsOf = new Map<string, Candidate[]>()
  for (const name of names) {
    const family = words(name.en).at(-1) ?? ''
    const heads = headsOf.get(family) ?? []
    const head = heads.find((other) => isVariant(name, other))
    if (head === undefined) {
      united.set(name, [])
      heads.push(name)
      headsOf.set(family, heads)
    } else {
      united.get(head)?.push(name.key)
      gone.add(name)
    }
  }
  return candidates
    .filter((one) => !gone.has(one))
    .map((one) => ({ ...one, variants: united.get(one) ?? [] }))
}

const SAME_SPELLING = 0.75

/** Of two names that end in the same English word. */
function isVariant(a: Candidate, b: Candidate): boolean {
  const [zhA, zhB] = [lastPart(a.zh), lastPart(b.zh)]
  const [enA, enB] = [words(a.en), words(b.en)]
  if (enA.length > 1 && enB.length > 1 && enA[0] !== enB[0]) return false
  return zhA === zhB || spellingSimilarity(zhA, zhB) >= SAME_SPELLING
}

const words = (english: string) => english.toLowerCase().split(/[\s-]+/)

function lastPart(name: string): string {
  const at = [...name].findLastIndex(isNameDot)
  return name.slice(at + 1)
}
