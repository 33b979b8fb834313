import { lemmaEn } from '../text/lemmaEn.ts'

const HISSING = new Set(['S', 'Z', 'SH', 'ZH', 'CH', 'JH'])
const VOICELESS = new Set(['P', 'T', 'K', 'F', 'TH', 'S', 'SH', 'CH'])

/** A regular ending, and what it sounds like after the last phone of the lemma. */
const ENDINGS: readonly (readonly [ending: RegExp, sound: (last: string) => readonly string[]])[] =
  [
    [/ing$/, () => ['IH0', 'NG']],
    [/ed$/, (last) => (last === 'T' || last === 'D' ? ['IH0', 'D'] : VOICELESS.has(last) ? ['T'] : ['D'])],
    [/s$/, (last) => (HISSING.has(last) ? ['IH0', 'Z'] : VOICELESS.has(last) ? ['S'] : ['Z'])],
  ] // prettier-ignore

/**
 * The phones of a regular form from those of its lemma: `threats` from `threat` and -s, `agreed` from `agree` and -d.
 * Null when the form is no lemma with a regular ending, or the lemma is not known.
 *
 * @param form in lower case
 * @param phonesOf phones of a lemma, null when it has none
 */
export function phonesOfForm(
  form: string,
  phonesOf: (lemma: string) => readonly string[] | null,
): readonly string[] | null {
  const owner = /['’]s?$/.test(form) ? form.replace(/['’]s?$/, '') : null
  const lemma = owner ?? lemmaEn(form)
  const sound = lemma !== form && ENDINGS.find(([ending]) => ending.test(form.replace(/['’]$/, '')))
  const phones = sound ? phonesOf(lemma) : null
  const last = phones?.at(-1)
  return sound && phones && last ? [...phones, ...sound[1](last)] : null
}
