import type { Term } from '../../src/domain/model.ts'

/** A term of a gold list: any of its forms is right. */
export type GoldTerm = readonly { readonly zh: string; readonly en: readonly string[] }[]

export interface TermScore {
  /** Share of the list that is among all terms found. */
  readonly recall: number
  /** Share of the first 30 and 60 that are on the list, never asking for more than the list holds. */
  readonly precision30: number
  readonly precision60: number
  /** Of the first 60 those whose Chinese is on the list: the share whose English is right. */
  readonly translation: number
}

/** Kinds of terms, of which a term may be several; names are those written with a capital. */
const KINDS: Readonly<Record<string, (zh: string, en: string) => boolean>> = {
  'one English word': (_zh, en) => !en.includes(' '),
  'several words': (_zh, en) => en.includes(' '),
  names: (_zh, en) => /^\p{Lu}/u.test(en),
  '≥ 4 hanzi': (zh) => zh.length >= 4,
}

/** Of the terms of each kind on some lists the share that is found, `names .71 of 31`. */
export function recallByKind(
  lists: readonly {
    readonly terms: readonly Pick<Term, 'zh' | 'en'>[]
    readonly gold: readonly GoldTerm[]
  }[],
): string {
  return Object.entries(KINDS)
    .map(([kind, isOf]) => {
      const asked = lists.flatMap(({ terms, gold }) =>
        gold
          .filter(([first]) => first !== undefined && isOf(first.zh, first.en[0] ?? ''))
          .map((one) => terms.some((term) => isOn(one, term))),
      )
      const share = asked.filter(Boolean).length / asked.length
      return `${kind} ${share.toFixed(2)} of ${asked.length}`
    })
    .join(', ')
}

/** Whether a term is one of the forms of a gold term. */
export const isOn = (one: GoldTerm, term: Pick<Term, 'zh' | 'en'>): boolean =>
  one.some(({ zh, en }) => zh === term.zh && en.some((form) => plain(form) === plain(term.en)))

/** Case, articles and possessives do not count. */
const plain = (english: string) =>
  english
    .toLowerCase()
    .replace(/[’']s?$/, '')
    .replace(/^(?:the|a|an) /, '')
    .trim()

/** How well ranked terms meet a gold list, exact match. */
export function scoreTerms(
  terms: readonly Pick<Term, 'zh' | 'en'>[],
  gold: readonly GoldTerm[],
): TermScore {
  const match = (term: Pick<Term, 'zh' | 'en'>) => gold.findIndex((one) => isOn(one, term))
  const sameZh = (term: Pick<Term, 'zh' | 'en'>) =>
    gold.some((one) => one.some(({ zh }) => zh === term.zh))
  const found = terms.map(match)
  const precision = (wanted: number) => {
    const asked = Math.min(wanted, gold.length)
    return found.slice(0, asked).filter((index) => index >= 0).length / asked
  }
  const top = terms.slice(0, 60)
  const known = top.filter(sameZh).length
  return {
    recall: new Set(found.filter((index) => index >= 0)).size / gold.length,
    precision30: precision(30),
    precision60: precision(60),
    translation: known === 0 ? 1 : top.filter((_, i) => found[i]! >= 0).length / known,
  }
}

/** `zh=en/en|zh=en`: alternatives apart by `|`, English forms by `/`. */
export function readGold(row: string): GoldTerm {
  return row.split('|').map((form) => {
    const [zh = '', en = ''] = form.split('=')
    return { zh, en: en.split('/') }
  })
}
