/** Zhuyin (bopomofo) of numbered pinyin syllables. */

const INITIALS: Readonly<Record<string, string>> = {
  b: 'ㄅ', p: 'ㄆ', m: 'ㄇ', f: 'ㄈ', d: 'ㄉ', t: 'ㄊ', n: 'ㄋ', l: 'ㄌ', g: 'ㄍ', k: 'ㄎ', h: 'ㄏ', j: 'ㄐ', q: 'ㄑ', x: 'ㄒ',
  zh: 'ㄓ', ch: 'ㄔ', sh: 'ㄕ', r: 'ㄖ', z: 'ㄗ', c: 'ㄘ', s: 'ㄙ', '': '',
} // prettier-ignore

/** By the spelling after an initial; `v` is ü. */
const FINALS: Readonly<Record<string, string>> = {
  a: 'ㄚ', o: 'ㄛ', e: 'ㄜ', ê: 'ㄝ', ai: 'ㄞ', ei: 'ㄟ', ao: 'ㄠ', ou: 'ㄡ', an: 'ㄢ', en: 'ㄣ', ang: 'ㄤ', eng: 'ㄥ', er: 'ㄦ',
  i: 'ㄧ', ia: 'ㄧㄚ', io: 'ㄧㄛ', ie: 'ㄧㄝ', iai: 'ㄧㄞ', iao: 'ㄧㄠ', iu: 'ㄧㄡ', ian: 'ㄧㄢ', in: 'ㄧㄣ', iang: 'ㄧㄤ', ing: 'ㄧㄥ',
  u: 'ㄨ', ua: 'ㄨㄚ', uo: 'ㄨㄛ', uai: 'ㄨㄞ', ui: 'ㄨㄟ', uan: 'ㄨㄢ', un: 'ㄨㄣ', uang: 'ㄨㄤ', ong: 'ㄨㄥ',
  v: 'ㄩ', ve: 'ㄩㄝ', van: 'ㄩㄢ', vn: 'ㄩㄣ', iong: 'ㄩㄥ', m: 'ㄇ', n: 'ㄋ', ng: 'ㄫ', r: 'ㄦ', '': '',
} // prettier-ignore

/** Syllables without an initial are spelt with y and w; these are what they stand for. */
const ZERO_INITIAL: Readonly<Record<string, string>> = {
  yi: 'i', ya: 'ia', yo: 'io', ye: 'ie', yai: 'iai', yao: 'iao', you: 'iu', yan: 'ian', yin: 'in', yang: 'iang', ying: 'ing', yong: 'iong',
  wu: 'u', wa: 'ua', wo: 'uo', wai: 'uai', wei: 'ui', wan: 'uan', wen: 'un', wang: 'uang', weng: 'ong', wong: 'ong',
  yu: 'v', yue: 've', yuan: 'van', yun: 'vn',
} // prettier-ignore

const TONES = ['', '', 'ˊ', 'ˇ', 'ˋ']

/**
 * A numbered syllable in zhuyin: `ni3` → `ㄋㄧˇ`, `lu:4` → `ㄌㄩˋ`, `le5` → `˙ㄌㄜ`; the first tone has no mark.
 * What is no syllable comes back unchanged.
 */
export function zhuyin(syllable: string): string {
  const match = /^([a-zêü:]+)([1-5])$/.exec(syllable.toLowerCase())
  const symbols = match && spell((match[1] ?? '').replace(/u:|ü/g, 'v'))
  if (!symbols) return syllable
  const tone = Number(match[2])
  return tone === 5 ? `˙${symbols}` : symbols + (TONES[tone] ?? '')
}

function spell(letters: string): string | null {
  const zero = ZERO_INITIAL[letters]
  if (zero !== undefined) return FINALS[zero] ?? null
  const whole = FINALS[letters]
  if (whole !== undefined) return whole
  const initial = /^(?:[zcs]h|[bpmfdtnlgkhjqxrzcs])/.exec(letters)?.[0] ?? ''
  const rest = letters.slice(initial.length)
  const symbol = INITIALS[initial]
  // zhi, chi, shi, ri, zi, ci, si: the i is only written.
  if (/^(?:[zcs]h?|r)$/.test(initial) && rest === 'i') return symbol ?? null
  // After j, q, x a u is always ü.
  const final = FINALS[/^[jqx]$/.test(initial) ? rest.replace(/^u/, 'v') : rest]
  return symbol === undefined || final === undefined ? null : symbol + final
}
