/** Parts of speech that have a name for learners. */
const NAMES = [
  'noun', 'verb', 'adjective', 'adverb', 'pronoun', 'preposition', 'conjunction', 'determiner', 'number', 'interjection', 'auxiliary',
  'phrase',
] as const // prettier-ignore
export type PosName = (typeof NAMES)[number]

/** What a part of speech of the level lists is called: a be-verb is a verb to a learner; null for what has no name. */
export function posName(pos: string): PosName | null {
  if (pos === 'modal auxiliary') return 'auxiliary'
  if (pos.endsWith('-verb')) return 'verb'
  if (pos === 'infinitive-to') return 'preposition'
  return NAMES.find((name) => name === pos) ?? null
}
