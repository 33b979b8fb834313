import type { Sound } from '../../domain/dictionary/learnersEnglish.ts'
import { britishOf } from '../../domain/en/britishOf.ts'

/** The irregular forms of a row, in order, each with how it is said, as far as that is known. */
export type Sounds = readonly (readonly [form: string, sound: Sound | null])[]

type Row = Readonly<Record<string, string>>

/**
 * How the irregular forms of the rows are said: as it is written beside them; like the headword where they are spelt like it;
 * of a compound (`overtook`, `policemen`, `grandchildren`) its first part and the form of its last; else as listed.
 *
 * @param listed General American of a form, '' when nobody lists it
 */
export function formSounds(
  rows: readonly Row[],
  listed: (form: string) => string,
): (row: Row) => Sounds {
  /** `man/men`: the sound of man, and of men. */
  const simple = new Map<string, { readonly of: Sound; readonly sound: Sound }>()
  const direct = (row: Row, [form, written]: readonly [string, string]): Sound | null => {
    if (written !== '') {
      const [american = '', british = britishOf(form, american)] = written.split('/')
      return { american, british }
    }
    return form === headwordOf(row) ? soundOf(row) : null
  }
  const fromList = (form: string): Sound | null => {
    const american = /^[a-z]+$/.test(form) ? listed(form) : ''
    return american === '' ? null : { american, british: britishOf(form, american) }
  }
  for (const row of rows) {
    for (const form of formsOf(row)) {
      const sound = direct(row, form) ?? fromList(form[0])
      if (sound) simple.set(`${headwordOf(row)}/${form[0]}`, { of: soundOf(row), sound })
    }
  }
  return (row) =>
    formsOf(row).map((form) => [
      form[0],
      direct(row, form) ?? ofCompound(row, form[0], simple) ?? fromList(form[0]),
    ])
}

const headwordOf = ({ headword = '' }: Row): string => headword.split('/')[0]!
const soundOf = ({ ipa = '', ipaBritish = '' }: Row): Sound => ({
  american: ipa,
  british: ipaBritish,
})

function formsOf({ forms = '' }: Row): readonly (readonly [form: string, written: string])[] {
  if (forms === '') return []
  return forms.split(',').map((text) => {
    const [form = '', ...written] = text.split(/ ?\//)
    return [form, written.filter(Boolean).join('/')]
  })
}

/** A shorter first part is none: under-, out-, be-. */
const SHORTEST_PART = 2

function ofCompound(
  row: Row,
  form: string,
  simple: ReadonlyMap<string, { readonly of: Sound; readonly sound: Sound }>,
): Sound | null {
  const headword = headwordOf(row)
  const whole = soundOf(row)
  // The weak vowel of policeman is that of policemen, too.
  if (/[^o]man$/.test(headword) && form.endsWith('men') && whole.american.endsWith('mən'))
    return whole
  for (let at = SHORTEST_PART; at < headword.length - 1; at++) {
    if (headword.slice(0, at) !== form.slice(0, at)) return null
    const part = simple.get(`${headword.slice(at)}/${form.slice(at)}`)
    if (!part) continue
    const american = replaced(whole.american, part.of.american, part.sound.american)
    const british = replaced(whole.british, part.of.british, part.sound.british)
    if (american !== null && british !== null) return { american, british }
  }
  return null
}

/** A whole with another end; what stands alone has no mark of stress for its one syllable. */
function replaced(whole: string, end: string, by: string): string | null {
  const plain = end.replace(/^ˈ/, '')
  return whole.endsWith(plain) ? whole.slice(0, -plain.length) + by.replace(/^ˈ/, '') : null
}
