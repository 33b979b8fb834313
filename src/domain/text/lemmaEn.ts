import { IRREGULAR } from './irregularEn.ts'

/** A longer row of letters is no word, and has no forms. */
const LONGEST_WORD = 60

/**
 * The dictionary form of an English word given in lower case (`tokenizeEn`'s `norm`): `ran` → `run`, `parties` → `party`,
 * `hoping` → `hope`, `hopped` → `hop`. An irregular table first, spelling rules after it; without a dictionary at hand a
 * rare word may lose or keep a final e wrongly. Where a form has two lemmas the more frequent one comes back.
 */
export function lemmaEn(word: string): string {
  const irregular = IRREGULAR.get(word)
  if (irregular !== undefined) return irregular
  if (word.length <= 3 || word.length > LONGEST_WORD) return word
  const singular = withoutS(word)
  if (singular !== word) return IRREGULAR.get(singular) ?? singular
  if (word.endsWith('ing') && word.length > 4) return base(word, 3)
  if (word.endsWith('ied') && word.length > 4) return `${word.slice(0, -3)}y`
  if (word.endsWith('eed')) return FREED.has(word) ? word.slice(0, -1) : word
  if (word.endsWith('ed')) return base(word, 2)
  if (word.length > 5 && /(?:[^aiou]|wo)men$/.test(word)) return `${word.slice(0, -2)}an`
  if (word.endsWith('iest') && word.length > 6) return `${word.slice(0, -4)}y`
  return word
}

/** Past tenses in -eed; the many other words in -eed (need, succeed) are lemmas. */
const FREED = new Set(['agreed', 'disagreed', 'freed', 'guaranteed', 'decreed', 'refereed'])

/** Plural or third person without its s: parties, boxes, heroes, days; glass, bus, crisis are left alone. */
function withoutS(word: string): string {
  if (!word.endsWith('s') || /(?:ss|us|is)$/.test(word)) return word
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`
  if (/(?:(?:ch|sh|x|zz|ss)e|[^o]oe)s$/.test(word)) {
    return word.slice(0, -2)
  }
  return word.slice(0, -1)
}

/** The lemma of a form in -ing or -ed (`ending` letters long), or the word itself when nothing pronounceable is left. */
function base(word: string, ending: number): string {
  const stem = word.slice(0, -ending)
  if (!/[aeiouy]/.test(stem) || stem.length < 2) return word
  // "ride" rather than "rid", whose consonant would have been doubled; "range" is no form of "rang".
  const lemma = [`${stem}e`, stem].find((one) => IRREGULAR.get(one) === one)
  if (lemma !== undefined) return lemma
  if (IRREGULAR.has(stem)) return lostE(stem) ? `${stem}e` : stem
  if (/([bdgkmnprtv])\1$/.test(stem)) return stem.slice(0, -1)
  if (/[^aeiou]?[aeiou][^aeiou]+[aeiou]ll$/.test(stem) && !KEEPS_LL.test(stem))
    return stem.slice(0, -1)
  return lostE(stem) ? `${stem}e` : stem
}

/** Longer verbs that keep both l: recall, install, enroll, fulfill. Others double it only before the ending. */
const KEEPS_LL = /(?:c|st|app)all$|(?:^|en|un)roll$|(?:[fk]|st)ill$/

/** Whether a verb stem (ending cut off, doubling undone) ended in a silent e. */
function lostE(stem: string): boolean {
  if (/(?:[^s]s|[aeiouy]z|[cuv]|[dr]g|lg|[aeiou]g|[^aeioulrw]l)$/.test(stem))
    return !KEEPS_BARE.has(stem)
  if (DROPPED_E.has(stem)) return true
  if (/(?:ang|eng|ung)$/.test(stem)) return !/(?:^|over)(?:hang|bang|clang)$/.test(stem)
  // One syllable, one vowel, one consonant: without an e the consonant would have been doubled.
  if (/^[^aeiou]*[aeiouy][bdfgkmnprtz]$/.test(stem) && !/^[aeiou]?[aeiou]y$/.test(stem)) return true
  return LOST_E.test(stem) && !KEEPS_BARE.has(stem)
}

/** Endings of longer verbs that go with a silent e (combine, explore, decide, promote). */
const LOST_E = new RegExp(
  `(?:${[
    '[^aeo]at|creat|[^aeiou](?:i|u)r|quir|[^aeiou]i[nmdp]|[^eo]ar(?<!oar|ear)|(?:pl|gn|st|ad|sc|sh)or|postpon|enthron',
    '[^aeiou]um|[^o]om|[^aeou]am|[^aeo]u[dt]|[^aeo]a[dk]|[^o]o[dk]|(?:inv|un|exc|rec|ign|wr|desp|inc)it',
    '(?:pl|ced|p)et|[dnmv]ot|quot|[cpt]ed(?<!eed)|(?:scr|ibr|scrib|prob|sib)|[^m]ib|ob|ast(?<!^l?ast)',
    'breath|bath|cloth|sooth|interfer|adher|persever|interven|conven|escap|reshap|landscap|collaps|recip',
  ].join('|')})$`,
)

/** Stems without their e that no ending gives away: the same letters end others that never had one. */
const DROPPED_E = new Set(
  (
    'compil consol condon delet dislik expedit fil guid infring inhal permeat pil rebuk reconcil rever revil rul schedul smil ' +
    'telephon profil'
  ).split(' '),
)

/** Words the endings above would catch by mistake. */
const KEEPS_BARE = new Set(
  (
    'focus bias canvas gas combat format threat treat sweat beat heat repeat defeat visit edit limit benefit credit ' +
    'profit deposit inherit exhibit last blast cast fast contrast broadcast forecast boast roast coast toast feast ' +
    'pivot riot pilot market target budget comfort murmur blossom custom fathom victim pilgrim vitamin cabin margin ' +
    'origin toilet worship gossip equip develop gallop program ballad salad method period salon nomad collar dollar ' +
    'pillar sugar altar quarrel travel cancel signal model label level equal total control patrol'
  ).split(' '),
)

/** Suffixes that make one word out of another, longest first; cut off by {@link stemEn}. */
const DERIVATION = new RegExp(
  '(?:ational|ization|isation|iveness|fulness|ousness|ement|ation|ition|ator|ness|ment|tion|sion|ance|ence|able|ible|' +
    'less|ical|ally|ity|ful|ous|ive|ize|ise|ant|ent|ion|ian|ist|ish|ate|ic|al|er|or)$',
)

const stems = new Map<string, string>()

/**
 * What a word shares with its relatives, for matching only, not for showing: `agree`, `agreed` and `agreement` give one
 * string, and so do `happy`, `happily` and `happiness`. The lemma without its derivational suffix (of words of more than
 * six letters, at least four stay), without -ly, without a final e (of more than four letters), y written i.
 */
export function stemEn(word: string): string {
  if (word.length > LONGEST_WORD) return word
  const known = stems.get(word)
  if (known !== undefined) return known
  const stem = cutStem(lemmaEn(word))
  if (stems.size >= 50_000) stems.clear()
  stems.set(word, stem)
  return stem
}

function cutStem(lemma: string): string {
  let stem = lemma.length > 5 && lemma.endsWith('ly') ? lemma.slice(0, -2) : lemma
  const suffix = stem.length > 6 ? DERIVATION.exec(stem) : null
  if (suffix && suffix.index >= 4) stem = stem.slice(0, suffix.index)
  if (stem.length > 4 && stem.endsWith('e')) return stem.slice(0, -1)
  return stem.length > 3 && stem.endsWith('y') ? `${stem.slice(0, -1)}i` : stem
}
