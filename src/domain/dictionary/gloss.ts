/** What a gloss of CC-CEDICT does: most say a meaning, the others speak about the word or send elsewhere. */
export type GlossKind =
  | 'meaning'
  /** `CL:個|个[ge4]`: the measure words it takes. */
  | 'countedBy'
  /** `old variant of 五[wu3]`; the qualifier is what stands before. */
  | 'variantOf'
  /** `erhua form of 一下[yi1 xia4]` */
  | 'erhuaOf'
  /** `see 敖包[ao2 bao1]`, `see also 族[zu2]`; `see you tomorrow`, too: the dictionary marks no difference. */
  | 'see'
  | 'alsoWritten'
  | 'sameAs'
  | 'equivalentTo'
  /** `used in 㐖毒[Xie2 du2]` */
  | 'usedIn'
  /** `abbr. for 歐洲聯盟|欧洲联盟[Ou1 zhou1 Lian2 meng2], European Union`: may say a meaning after the comma. */
  | 'abbreviationFor'
  /** `abbr. to 世博[Shi4 bo2]` */
  | 'abbreviationTo'
  /** `Taiwan pr. [xia4 hai2]`, `also pr. [pou1]`; the qualifier is where, or `also`. */
  | 'pronunciation'
  | 'surname'
  /** `classifier for fields`, `measure word`: it is one itself. */
  | 'classifier'
  /** `old name for the 黎[Li2] ethnic group` */
  | 'oldName'

/** A headword a gloss names. */
export interface GlossReference {
  /** As it stands in the gloss, both forms and the reading: `作證|作证[zuo4 zheng4]`. */
  readonly written: string
  /** Empty when only a reading is given: `[xia4 hai2]`. */
  readonly simplified: string
  /** As in the headword's entry; empty when none is given. */
  readonly reading: string
}

/** One gloss, read once. What counts as a meaning is for whoever reads it to say, by its kind and qualifier. */
export interface Gloss {
  readonly raw: string
  readonly kind: GlossKind
  /** Of a variant or pronunciation: `old`, `nonstandard simplified`, `Taiwan`; empty when it has none, or is another kind. */
  readonly qualifier: string
  /** The headword that stands right behind the words that say the kind; null when another word does, or none. */
  readonly target: GlossReference | null
  /** All headwords and lone readings in square brackets, in order; of {@link target} only when it has a reading. */
  readonly references: readonly GlossReference[]
  /** Whether an abbreviation says a meaning after its comma. */
  readonly isExplained: boolean
  /** What says the meaning: all of it, or what follows `abbr. for …,`. Hanzi and readings are blanks, notes still there. */
  readonly bare: string
  /** Contents of the round brackets of {@link bare}; of nested ones what stands before the first that closes. */
  readonly notes: readonly string[]
  /** {@link bare} without notes, split at its semicolons; commas, spaces and an opening `to ` are left alone. May be empty. */
  readonly alternatives: readonly string[]
}

const KIND_OF: Readonly<Record<string, GlossKind>> = {
  'CL:': 'countedBy',
  'variant of ': 'variantOf',
  'erhua form of ': 'erhuaOf',
  'see ': 'see',
  'see also ': 'see',
  'also written ': 'alsoWritten',
  'same as ': 'sameAs',
  'equivalent to ': 'equivalentTo',
  'used in ': 'usedIn',
  'abbr. for ': 'abbreviationFor',
  'abbr. to ': 'abbreviationTo',
  'pr. ': 'pronunciation',
  'surname ': 'surname',
  classifier: 'classifier',
  'measure word': 'classifier',
  'old name ': 'oldName',
}
const LEAD = new RegExp(
  `^(?:(\\w+(?: \\w+)?) (?=variant of |pr\\. ))?(${Object.keys(KIND_OF)
    .toSorted((a, b) => b.length - a.length)
    .map((lead) => lead.replaceAll('.', '\\.'))
    .join('|')})`,
)
const TARGET = /(?:[^\s|[\](),;]+\|)?([^\s|[\](),;]+)(?:\[([^\]]+)\])?/y
const REFERENCE = /(?:[^\s|[\](),;]+\|)?([^\s|[\](),;]*)\[([^\]]+)\]/g
const NOTE = /\(([^)]*)\)/g
const NO_LISTS: readonly never[] = []

/** A gloss as a value; never fails: what fits no other kind is a meaning. */
export function readGloss(raw: string): Gloss {
  const [lead = '', qualifier = '', words = ''] = LEAD.exec(raw) ?? []
  const kind = KIND_OF[words] ?? 'meaning'
  const text = kind === 'abbreviationFor' ? raw.replace(/^[^,]*,\s*/, '') : raw
  const bare = text.replace(/\[[^\]]*\]/g, ' ').replace(/[\u3400-\u9fff|·]+/g, ' ')
  const isNoted = bare.includes('(')
  return {
    raw,
    kind,
    qualifier,
    target: kind === 'meaning' ? null : targetAt(lead.length, raw),
    references: raw.includes('[') ? [...raw.matchAll(REFERENCE)].map(asReference) : NO_LISTS,
    isExplained: text !== raw,
    bare,
    notes: isNoted ? [...bare.matchAll(NOTE)].map(([, note = '']) => note) : NO_LISTS,
    alternatives: (isNoted ? withoutNotes(bare) : bare).split(';'),
  }
}

function targetAt(start: number, raw: string): GlossReference | null {
  TARGET.lastIndex = start
  const match = TARGET.exec(raw)
  if (!match) return null
  const target = asReference(match)
  // "see through": an English word is no headword unless it is read as one.
  return target.reading !== '' || /[\u3400-\u9fff]/.test(target.simplified) ? target : null
}

function asReference(match: RegExpExecArray): GlossReference {
  const [written, simplified = '', reading = ''] = match
  return { written, simplified, reading }
}

/** A text with blanks where its notes in round brackets are. */
export function withoutNotes(text: string): string {
  return text.replace(NOTE, ' ')
}

const TOLD_APART = new Set(['', 'old', 'Japanese', 'erhua'])

/**
 * Whether a gloss speaks about the word and says nothing of its meaning, by all who look for meanings: measure words, where
 * else to look, the commoner kinds of variants, how it is said elsewhere. Each of them leaves out some more.
 */
export function isAboutWord({ kind, qualifier, raw }: Gloss): boolean {
  switch (kind) {
    case 'countedBy':
    case 'see':
    case 'alsoWritten':
      return true
    case 'variantOf':
      return TOLD_APART.has(qualifier)
    case 'pronunciation':
      return qualifier === 'also' || qualifier === 'Taiwan'
    default:
      // Taken for a Taiwan pronunciation when the figures of alignment and terms were tuned.
      return raw === 'Taiwan province (PRC term)'
  }
}
