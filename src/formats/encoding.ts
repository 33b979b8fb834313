import type { Issue, Parsed } from '../domain/errors.ts'

/** Encodings a learner can choose from, as the web platform spells them. */
export const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'gb18030',
  'big5',
  'windows-1252',
] as const
export type Encoding = (typeof ENCODINGS)[number]

/** Larger files are refused: 10 MB hold ten novels. */
export const MAX_BYTES = 10_000_000
/** Most of a translation memory is markup, and in UTF-16 it is twice as long. */
const MAX_MARKUP_BYTES = 60_000_000

export interface DecodedText {
  readonly text: string
  readonly encoding: Encoding
}

const BOMS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

/**
 * The hundred or so most frequent characters of running Chinese in both scripts, and its marks. They make up half of any
 * real text, and less than a tenth of one read in the wrong encoding.
 */
const COMMON = new Set(
  '的一是不了人我在有他这为之大来以个中上们到说国和地也子时道出而要于就下得可你年生自会那后能对着事其里所去行过家十用发天如然作方成者多日都三小军二无同么经法当起与好看学进种将还分此心前面又定见只主没公从' +
    '這為來個們說國時於會後對著裡過發軍無麼經當與學進種將還見沒從間長動現實開問點關電話頭應體兩' +
    '，。、；：？！“”‘’「」『』（）《》…—　',
)
/** A text is taken for what it decodes to when this share of its characters beyond ASCII is common. */
const COMMON_SHARE = 0.2
/** More control characters than this share, and it is no text. */
const CONTROL_SHARE = 0.005
/** More characters than this share that could not be decoded, and it is no text. */
const BROKEN_SHARE = 0.1
const PLAIN = /[\t\n\r -~]/g
/** A text with this share of ASCII is English, whatever the rest is. */
const PLAIN_SHARE = 0.9
/** English with accents and dashes of Windows-1252 has at least this share of ASCII. */
const LATIN_SHARE = 0.75
/** First bytes of marks and of the frequent hanzi: level 1 of GB 2312 and of Big5. */
const FREQUENT_LEADS = {
  gb18030: { from: 0xa1, to: 0xd7 },
  big5: { from: 0xa1, to: 0xc6 },
} as const
const FREQUENT_SHARE = 0.9
/** Bytes looked at when encodings are weighed. */
const SAMPLE = 64_000

/**
 * The text in a file, and the encoding it was read in: what `chosen` says, else the byte order mark, strict UTF-8, UTF-16, or the one of GB18030,
 * Big5 and Windows-1252 that gives the likeliest characters (then with an `encodingGuessed` issue).
 *
 * `value` is null for what cannot be read: issues `empty`, `tooLarge`, `notText`.
 */
export function decodeText(bytes: Uint8Array, chosen?: string): Parsed<DecodedText | null> {
  if (bytes.length === 0) return refused('empty')
  if (bytes.length > (isMarkup(bytes) ? MAX_MARKUP_BYTES : MAX_BYTES)) return refused('tooLarge')
  const wanted = ENCODINGS.find((encoding) => encoding === chosen?.toLowerCase())
  if (wanted) return accepted(bytes, wanted)
  const marked = BOMS.find(([, bom]) => bom.every((byte, at) => bytes[at] === byte))
  if (marked) return accepted(bytes, marked[0])
  const hasNul = bytes.includes(0)
  if (!hasNul && decode(bytes, 'utf-8', true) !== null) return accepted(bytes, 'utf-8')
  if (!hasNul && isDamagedUtf8(bytes)) return accepted(bytes, 'utf-8')
  const guess = guessUtf16(bytes) ?? (hasNul ? null : guessLegacy(bytes))
  return guess ? accepted(bytes, guess, true) : refused('notText')
}

/** Whether a file begins as XML does, in any encoding of ASCII or UTF-16. */
function isMarkup(bytes: Uint8Array): boolean {
  const head = [...bytes.subarray(0, 400)].filter((byte) => byte > 0x20 && byte < 0x7f)
  return /^<(?:\?xml|!DOCTYPE(?:tmx|xliff)|tmx|xliff)/i.test(String.fromCharCode(...head))
}

const refused = (code: Issue['code']): Parsed<null> => ({ value: null, issues: [{ code }] })

function accepted(
  bytes: Uint8Array,
  encoding: Encoding,
  isGuess = false,
): Parsed<DecodedText | null> {
  const text = decode(bytes, encoding, false) ?? ''
  if (!isText(text)) return refused('notText')
  if (text.trim() === '') return refused('empty')
  const issues: Issue[] = isGuess ? [{ code: 'encodingGuessed', found: encoding }] : []
  const lost = text.match(LOST)?.length ?? 0
  if (lost > 0 && decode(bytes, encoding, true) === null) {
    const line = text.slice(0, text.indexOf('\ufffd')).split(LINE_BREAK).length
    issues.push({ code: 'badBytes', found: String(lost), line })
  }
  return { value: { text, encoding }, issues }
}

const LOST = /\ufffd/g
const LINE_BREAK = /\r\n|[\n\r]/
/** A file of UTF-8 with damage has so many hanzi, kana or marks of Chinese for each place that cannot be read. */
const WHOLE_PER_LOST = 8
const WIDE = /[\u2010-\u2027\u3000-\u9fff\uff00-\uffef]/g

/** Whether this is UTF-8 with a few bad bytes, or cut off inside a character: in no other encoding do so many characters come out whole. */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  const text = decode(bytes, 'utf-8', false) ?? ''
  const lost = text.match(LOST)?.length ?? 0
  const wide = text.match(WIDE)?.length ?? 0
  if (wide >= WHOLE_PER_LOST * lost) return true
  return wide > 0 && lost === 1 && text.endsWith('\ufffd')
}

/** The text, without its byte order mark; null when `strict` and the bytes break the encoding. */
function decode(bytes: Uint8Array, encoding: Encoding, strict: boolean): string | null {
  try {
    const text = new TextDecoder(encoding, { fatal: strict }).decode(bytes)
    return encoding === 'windows-1252' ? text.replace(C1, winCharacter) : text
  } catch {
    return null
  }
}

/** Node (up to 20) reads Windows-1252 as Latin-1, without the marks it has where Latin-1 has controls. */
const C1 = /[\u0080-\u009f]/g
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
const winCharacter = (control: string) => WINDOWS_1252[control.charCodeAt(0) - 0x80]!

/** Whether there is hardly a control character, and few characters that could not be decoded. */
function isText(text: string): boolean {
  const sample = text.slice(0, SAMPLE)
  let controls = 0
  let broken = 0
  for (const unit of sample) {
    if (unit === '\ufffd') broken++
    else if (unit < ' ' ? !'\t\n\v\f\r\x1a\x1b'.includes(unit) : unit >= '\x7f' && unit < '\xa0')
      controls++
  }
  return (
    controls <= CONTROL_SHARE * sample.length && broken <= Math.max(1, BROKEN_SHARE * sample.length)
  )
}

/** UTF-16 without a mark: the byte order in which all is ASCII or likely Chinese; null when neither is. */
function guessUtf16(all: Uint8Array): Encoding | null {
  // Of half a character at a cut end nothing can be said.
  const bytes = all.subarray(0, all.length - (all.length % 2))
  const likely = (['utf-16le', 'utf-16be'] as const).find((encoding) => {
    const text = decode(bytes.subarray(0, SAMPLE), encoding, true)
    if (text === null || text.includes('\0') || !isText(text)) return false
    const plain = text.match(PLAIN)?.length ?? 0
    return plain > PLAIN_SHARE * text.length || commonShare(text) >= COMMON_SHARE
  })
  return likely ?? null
}

/** The likeliest of the encodings from before Unicode; null when the bytes make sense in none. */
function guessLegacy(bytes: Uint8Array): Encoding | null {
  const sample = bytes.subarray(0, SAMPLE)
  const weigh = (encoding: 'gb18030' | 'big5') => {
    const text = decode(sample, encoding, false) ?? ''
    return { encoding, common: commonShare(text), frequent: frequentShare(sample, encoding) }
  }
  const ranked = [weigh('gb18030'), weigh('big5')].toSorted(
    (one, two) => two.common + two.frequent - (one.common + one.frequent),
  )
  const best = ranked[0]!
  if (best.common >= COMMON_SHARE || best.frequent >= FREQUENT_SHARE) return best.encoding
  const latin = decode(sample, 'windows-1252', false) ?? ''
  const plain = latin.match(PLAIN)?.length ?? 0
  return plain >= LATIN_SHARE * latin.length ? 'windows-1252' : null
}

/** Share of the double bytes that stand in the part of the table where the frequent characters are; for texts too short to count. */
function frequentShare(bytes: Uint8Array, encoding: keyof typeof FREQUENT_LEADS): number {
  const { from, to } = FREQUENT_LEADS[encoding]
  let frequent = 0
  let all = 0
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at]!
    if (lead < 0x80) continue
    const trail = bytes[at + 1] ?? 0
    all++
    at++
    if (lead >= from && lead <= to && (trail >= 0xa1 || encoding === 'big5') && trail >= 0x40)
      frequent++
  }
  return all === 0 ? 0 : frequent / all
}

/** Share of the common characters among those beyond ASCII; a character that cannot be decoded counts ten times against. */
function commonShare(text: string): number {
  let common = 0
  let all = 0
  for (const character of text) {
    if (character < '\u0080') continue
    all += character === '\ufffd' ? 10 : 1
    if (COMMON.has(character)) common++
  }
  return all === 0 ? 0 : common / all
}
