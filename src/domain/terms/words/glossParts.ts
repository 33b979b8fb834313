import type { Gloss } from '../../dictionary/gloss.ts'
import { lemmaEn } from '../../text/lemmaEn.ts'
import { tokenizeEn } from '../../text/tokenizeEn.ts'
import { oneSpelling } from './spelling.ts'

/**
 * The single meanings of a gloss: split at ; and ,, notes cut out, the short form in "(EU)" a meaning of its own.
 *
 * Of nested notes the inner one is cut out and the outer one read, unlike the gloss's own alternatives: links and phrases
 * were tuned with it.
 */
export function partsOf({ bare }: Gloss): readonly string[] {
  const short = [...bare.matchAll(/\(([A-Z][A-Z.]{1,6})\)/g)].map((match) => match[1] ?? '')
  const plain = bare.replace(/\([^()]*\)/g, ' ').replace(/\b(?:lit|fig)\. /g, '')
  const parts = plain.split(/[;,]/).flatMap((part) => [part.trim(), ...alternatives(part)])
  // "to make an air raid" is an air raid, too.
  const things = parts.flatMap((part) => /^to [a-z]+ an? (.+)$/.exec(part)?.[1] ?? [])
  const clauses = plain.split(';').filter((part) => part.includes(','))
  return [...parts, ...things, ...short, ...clauses].filter((part) => part !== '')
}

/** "(body) temperature" is body temperature, too; empty when no word stands in brackets. */
export function inlined({ raw }: Gloss): string {
  const [, word = '', rest = ''] = /^\(([a-z]+)\) ([a-z]+)$/.exec(raw) ?? []
  return word === '' ? '' : `${word} ${rest}`
}

/** "Lake Victoria or Victoria Nyanza" is two names. */
function alternatives(part: string): readonly string[] {
  if (!part.includes(' or ')) return []
  const names = part.split(' or ').map((name) => name.trim())
  return names.every((name) => /^[A-Z]/.test(name)) ? names : []
}

/** Lemmas of a gloss, the leading to/a/an/the cut off. */
export function lemmasOf(part: string): readonly string[] {
  return tokenizeEn(part.replace(/^(?:to be|to|a|an|the) /i, ''))
    .filter((token) => token.kind !== 'clitic')
    .map(({ norm }) =>
      /^(?:one|sb|sth|somebody|something)$/.test(norm) ? '*' : lemmaEn(oneSpelling(norm)),
    )
}
