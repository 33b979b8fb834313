import { REQUIRED, SETS, TURNED } from './contrastSets.ts'
import { type Meaning } from './meanings.ts'

/** They may say what they stand for in a set, but say other things, too: none is the other member by itself. */
const LOOSE =
  /^(?:nights?|second|still|on|once|when|from|then|no|not|nor|n.t|since|until|by|been|ever|many|others|low|we|us|you|they|any\w*|nobody|none)$/i

/** A member of a set on one side where the other side has another one: the English word, the Chinese one. Null when they agree. */
export function contrastingWords(zh: string, en: string): readonly [string, string] | null {
  const english = TURNED.reduce((text, [pattern, plain]) => text.replace(pattern, plain), en)
  for (const meanings of SETS) {
    const said = meanings.map((one) => ({
      zh: one.zh.exec(zh)?.[0] ?? null,
      en: one.en.exec(english)?.[0] ?? null,
    }))
    const lost = said.find((one) => one.zh !== null && one.en === null)
    const put = said.find((one) => one.zh === null && one.en !== null && !LOOSE.test(one.en))
    if (lost?.zh && put?.en) return [put.en, lost.zh]
  }
  const required = REQUIRED.find((one) => one.zh.test(zh) && !one.en.test(en))
  return required === undefined ? null : ['', required.zh.exec(zh)![0]]
}

const PERSONS: readonly Meaning[] = [
  { zh: /我们|咱们|我方/, en: /\b(?:we|us|our|ours|ourselves)\b/i },
  { zh: /我(?!们|国|市|省|校|方)/, en: /\b(?:I|[Mm]e|[Mm]y|[Mm]ine|[Mm]yself)\b/ },
  { zh: /[你您](?!们?[说看想猜瞧知])/, en: /\b(?:you|your|yours|yourself|yourselves)\b/i },
  { zh: /她/, en: /\b(?:she|her|hers|herself)\b/i },
  { zh: /(?<!其)他(?!们|人|国|乡)/, en: /\b(?:he|him|his|himself)\b/i },
]

/** Who is meant: somebody of one side who is not on the other, which has somebody else. Null when they may agree. */
export function otherPerson(zh: string, en: string): readonly [string, string] | null {
  const said = PERSONS.map((one) => ({ zh: one.zh.exec(zh)?.[0], en: one.en.exec(en)?.[0] }))
  const lost = said.find((one) => one.zh !== undefined && one.en === undefined)
  const put = said.find((one) => one.zh === undefined && one.en !== undefined)
  return lost?.zh !== undefined && put?.en !== undefined ? [put.en, lost.zh] : null
}
