import type { Analysis } from './analyses.ts'

/**
 * What a word does in its sentence, coarser than a part of speech and finer where the neighbours tell: N noun, M plural
 * noun; V verb as it is in the dictionary, Z third person, D past, L past participle, G -ing; X auxiliary, B am/is/are,
 * H have; J adjective, R adverb, T determiner, O pronoun, E he/she/it, W him/them, Q who/which/that, P preposition,
 * K to before a verb, C conjunction, U number, I interjection; S the edge of a sentence, Y a comma.
 */
export type Tag = 'N' | 'M' | 'V' | 'Z' | 'D' | 'L' | 'G' | 'X' | 'B' | 'H' | 'J' | 'R' | 'T' | 'O' | 'E' | 'W' | 'Q' | 'P' | 'K' | 'C' | 'U' | 'I' | 'S' | 'Y' // prettier-ignore

/** How much likelier a tag is behind another than anywhere, in nats; what is not here is no news. */
const BEHIND: Readonly<Record<Tag, string>> = {
  S: 'T.5 O1 E1 N0 R.5 P.5 C.5 V.5 D-1.5 Z-2.5 G.3 L-.5 X.3 B-.5 M.3 W-2 H.8',
  Y: 'C1 T.3 R.3 Z-.7 V-.5 D-.2 O.5 E.5',
  T: 'N2 M1.8 J1.7 R-.3 V-4 Z-4 D-4 L-.3 G-.2 P-3 O-2 E-3 W-4 Q-3 C-3 K-4 B-4 X-4 H-4 S-3 Y-2 U1 T-1.5',
  J: 'U-1.5 N2 M2 J.3 V-2.5 Z-2.5 D-1.5 K.8 T-2 O-2 E-2 G-.7 P.2 L-1 W-3 C.3 S-.3',
  N: 'Z1.2 D1 B1.2 X1 H1.2 P1 V-1.2 N.3 M.2 J-1.5 C.7 T-1.5 O-1 E-1 W-2 L.2 G-.2 S.5 Y.3 Q.7 K.3 R.2',
  M: 'Z-2.5 D1 B1.2 X1 H1.2 P1 V1 N-.5 M-.5 J-1.2 C.7 T-1.5 O-1 E-1 W-2 L.3 G0 S.5 Y.3 Q.7 K.3 R.2',
  V: 'T1.2 W1.5 O.3 E.2 N0 M.5 P.7 R.5 J.1 K.5 V-2 Z-3 D-3 L-1.2 X-3 B-3 G.2 H-2 C0 Q.3 S.2',
  Z: 'T1.2 W1 O.2 E.2 N0 M.5 P.7 R.5 J.1 K.6 V-2.5 Z-3 D-3 L-.7 X-3 B-3 G.3 H-2 C0 Q.3',
  D: 'T1.2 W1.2 O.2 E.2 N0 M.5 P.8 R.5 J.1 K.6 V-2.5 Z-3 D-2.5 L-.5 X-3 B-3 G.3 H-2 C0 Q.3 S.2',
  L: 'P1.2 K.7 R.4 T.5 N-.2 M.2 J-.3 V-3 Z-3 D-2.5 L-1 X-2 B-1 G0 H-2 W.3 S.4 C.3',
  G: 'T1 N.5 M.5 P.8 J.2 W1 R.4 V-3 Z-1 D-1.5 L-.7 X-1 B0 H-2 G-1 K.4 S.3',
  X: 'V3 O.8 E1 H.5 B-1 R.8 N-1.5 M-1 D-3.5 L-2.5 Z-4 G-3 T-.2 J-1.5 W-2 P-1 K-2',
  B: 'J1.3 G1.5 L1.3 T1 R.6 P.5 N-.8 M-.3 V-4 Z-4 D-3.5 K.4 O.2 E.2 S0 H-3 X-3 B-3',
  H: 'L2.2 T1 N-.2 M0 J-.2 R.5 K1.3 D-2 V-2.5 Z-3 G-1 O.5 E.5 H-1 X-2 P-.7 B-2',
  R: 'J1 V.5 Z.4 D.5 L.6 R.5 N-1.3 M-1 P.2 T0 G.2 X0 B0 H0 S.3 Y.3',
  O: 'V1.5 Z-3 D1.2 X1.5 B1.2 H1.2 N-2.5 M-2.5 J-1.2 L-1 T-1 R.3 P-.3 Q-.5 G-.5',
  E: 'Z1.8 V-2 D1.6 X1.5 B1.5 H1.2 N-2.5 M-2.5 J-1 L-1 T-1 R.3 P-.3 G-.7',
  W: 'P.8 S.8 V-.2 K.8 J.1 T.3 Z-3 D-2.5 R.4 X-3 B-3 H-3 N-1.5 M-1.2 L-.3 G.2 Y.4 C.5 O-1.5 E-1.5',
  Q: 'V.7 Z1 D1 X1 B1 H1 O1 E1 T.7 N0 M.2 P-1 J-.2 K-.5 L-2',
  P: 'T1.3 N.8 M1 J.5 O-.5 E-.5 W1.2 G1.2 U1 Q.5 V-3.5 Z-3.5 D-3.5 L-1.2 X-4 B-4 H-4 P-.7 R-.7 K-3 S-.5 C-2',
  K: 'V3.5 N-2 M-2.5 J-2 R-.3 T-3.5 D-5 Z-5 L-3 G-4 P-3 O-4 E-4 W-4 H1 B-3 X-4 U-3 S-1 Q-2',
  C: 'T.5 O1 E1 N.2 M.3 V-.2 Z-.2 D0 J.2 R.2 P0 X0 B0 G.2 L0 S-2',
  U: 'N1.2 M1.8 J.6 P0 V-1.5 Z-2 D-1 S.3 Y.3 R0 T-2',
  I: 'S1 Y1 O.5 E.5',
} // prettier-ignore

const TABLE = new Map(
  Object.entries(BEHIND).flatMap(([from, row]) =>
    row.split(' ').map((cell): [string, number] => [from + cell[0], Number(cell.slice(1))]),
  ),
)

/** How much the tag before says for a tag, in nats. */
export const affinity = (before: Tag, tag: Tag): number => TABLE.get(before + tag) ?? 0

/** Words of grammar, the commonest use in front; of these no list of parts of speech tells enough. */
const GRAMMAR = new Map<string, string>(
  (
    'a:T an:T the:T my:T your:T our:T their:T its:T his:TO her:TW this:TO that:QTOC these:TO those:TO no:TI every:T each:TO some:TO any:TO ' +
    'both:TOC all:TOR another:TO other:JN such:TJ i:O you:OW we:O they:O he:E she:E it:EW me:W him:W us:W them:W myself:W yourself:W ' +
    'himself:W herself:W itself:W ourselves:W themselves:W someone:E somebody:E everyone:E everybody:E nobody:E something:E nothing:E ' +
    'everything:E anything:E anyone:E who:Q which:QT what:QT whose:T whom:Q where:RC when:CR why:R how:R to:KP of:P in:P at:P for:PC with:P from:P by:P ' +
    'on:PR into:P onto:P about:PR like:PVZ than:P as:PC over:PR through:PR off:PR up:RP down:RP out:RP away:R back:RNVJ around:PR along:PR across:PR ' +
    'and:C or:C but:C if:C because:C so:RC while:C although:C though:CR since:PC until:PC before:PCR after:PC unless:C whether:C nor:C ' +
    "am:B is:B are:B was:B were:B 're:B 'm:B be:V been:L being:G have:HV has:HZ had:HDL 've:H do:XV does:XZ did:XD done:L doing:G having:G " +
    "can:X could:X will:X would:X shall:X should:X may:X might:X must:X 'll:X 'd:XH ought:X not:R never:R there:ER here:R very:R too:R also:R " +
    'just:R only:RJ even:R still:R yet:R already:R always:R often:R now:R then:R well:RJI more:RJTO most:RTO less:RT much:RTO many:TO few:TJO ' +
    'one:UO two:U three:U four:U five:U six:U seven:U eight:U nine:U ten:U yes:I please:IRV oh:I let:VDL used:DLJ need:VNX'
  )
    .split(' ')
    .map((pair): [string, string] => [
      pair.slice(0, pair.indexOf(':')),
      pair.slice(pair.indexOf(':') + 1),
    ]),
)

const OF_POS: Readonly<Record<string, Tag>> = {
  'adjective': 'J', 'adverb': 'R', 'pronoun': 'O', 'preposition': 'P', 'determiner': 'T', 'conjunction': 'C', 'number': 'U',
  'interjection': 'I', 'modal auxiliary': 'X', 'be-verb': 'B', 'do-verb': 'X', 'have-verb': 'H', 'infinitive-to': 'K',
} // prettier-ignore
const OF_FORM: Readonly<Record<Analysis['kind'], Tag>> = {
  base: 'V', third: 'Z', past: 'D', participle: 'L', ing: 'G', plural: 'M', comparative: 'J', superlative: 'J',
} // prettier-ignore

/** The tag of a word that is read so. */
export function tagOf({ entry: { pos, count }, kind }: Analysis): Tag {
  if (pos === 'noun') return kind === 'plural' || count === 'P' ? 'M' : 'N'
  if (pos === 'verb') return OF_FORM[kind]
  return OF_POS[pos] ?? 'N'
}

export const grammarTags = (norm: string): readonly Tag[] | null => {
  const tags = GRAMMAR.get(norm)
  return tags === undefined ? null : [...tags].filter(isTag)
}
const isTag = (letter: string): letter is Tag => letter in BEHIND

/** What a word no dictionary has may be, by its end and its capital, likeliest first. */
export function guessedTags(norm: string, isCapital: boolean): readonly Tag[] {
  if (isCapital) return ['N']
  if (/^\d/.test(norm)) return ['U']
  if (norm.endsWith('ly')) return ['R', 'J']
  if (norm.endsWith('ing')) return ['G', 'N']
  if (norm.endsWith('ed')) return ['D', 'L', 'J']
  return norm.endsWith('s') && !/(?:ss|us|is)$/.test(norm) ? ['M', 'Z'] : ['N', 'J', 'V']
}
