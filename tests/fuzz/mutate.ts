import { type Random } from './dice.ts'

/** What has upset readers elsewhere: ends of ranges, names every object has, marks of formats, halves of characters. */
const ODD = [
  '\0', '\u0001', '\u001b[2J', '\ufeff', '\ufffe', '\ud800', '\udc00', '\u202e', '\u2028', '\r', '\v',
  '0', '-1', '1e308', '-1e999', '9007199254740993', '4294967296', '1e-400', 'NaN', 'null', 'true', '""', '[]', '{}',
  '"__proto__":{"polluted":1},', '"constructor":{"prototype":{"polluted":1}},', '__proto__', 'toString', 'hasOwnProperty',
  '<', '>', '</', '<!--', '-->', '<![CDATA[', '<script>', '</script>', '<svg onload=', '<template>', '<table><tr><td>', '<!DOCTYPE', '<?xml',
  '&', '&#0;', '&#x110000;', '&nbsp', '"', '""', "'", '\\', '\\u', ',', ';', '\t', '|', '\n', '\n\n', '[', '](', '![', '**', '__', '~~', '---\n',
  '。', '……', '！”', '·', '马尔科·', '停火 (ceasefire)', '00:00:01,000 --> 00:00:02,000', '1.', '12:30', 'İ', 'ß', 'ﬁ', '👩‍👩‍👧', 'é',
] // prettier-ignore
const MAGIC = [
  'PK\u0003\u0004',
  '\u001f\u008b',
  '%PDF-',
  '\u00ff\u00fe',
  '\u00fe\u00ff',
  '\u00ef\u00bb\u00bf',
  'RIFF',
  '{',
]
const DEEP: readonly (readonly [opening: string, closing: string])[] = [
  ['[', ''], ['[', ']'], ['{"a":', '}'], ['<div>', ''], ['<b>', '</i>'], ['<table>', '</table>'], ['(', ''], ['“', '”'], ['> ', ''], ['**', ''], ['《', '》'],
] // prettier-ignore

/** A few changes to a text, as told by the dice. */
export function mutated(text: string, dice: Random): string {
  let changed = text
  for (let times = 1 + dice.below(4); times > 0; times--) changed = change(changed, dice)
  return changed
}

function deep(dice: Random): string {
  const [opening, closing] = dice.one(DEEP)
  const depth = 1 + dice.below(dice.below(8) === 0 ? 20_000 : 60)
  return opening.repeat(depth) + (closing === '' ? '' : `1${closing.repeat(depth)}`)
}

function change(text: string, dice: Random): string {
  const at = dice.below(text.length + 1)
  const end = Math.min(text.length, at + dice.below(40))
  const odd = dice.one(ODD)
  switch (dice.below(9)) {
    case 0:
      return text.slice(0, at) + odd + text.slice(at)
    case 1:
      return text.slice(0, at) + odd + text.slice(end)
    case 2:
      return text.slice(0, at)
    case 3:
      return text.slice(0, at) + text.slice(end)
    case 4:
      return text.slice(0, end) + text.slice(at, end).repeat(1 + dice.below(20)) + text.slice(end)
    case 5: {
      const other = dice.below(text.length + 1)
      const [from, to] = [Math.min(at, other), Math.max(at, other)]
      return text.slice(0, from) + text.slice(to) + text.slice(from, to)
    }
    case 6:
      return text.slice(0, at) + deep(dice) + text.slice(at)
    case 7:
      return text.replace(
        /-?\d+(?:\.\d+)?/,
        dice.one(['-1', '1e308', '0.5', '99999999999999999999', 'null', '"1"']),
      )
    default:
      return text.slice(0, at) + String.fromCharCode(dice.below(0x1_0000)) + text.slice(at + 1)
  }
}

/** A few changed bytes: flipped bits, another beginning, an end too early, a part twice or elsewhere. */
export function mutatedBytes(bytes: Uint8Array, dice: Random): Uint8Array<ArrayBuffer> {
  let changed = Uint8Array.from(bytes)
  for (let times = 1 + dice.below(4); times > 0; times--) {
    const at = dice.below(changed.length)
    switch (dice.below(5)) {
      case 0:
        if (changed.length > 0) changed[at]! ^= 1 << dice.below(8)
        break
      case 1:
        changed = changed.slice(0, at)
        break
      case 2: {
        const magic = Array.from(dice.one(MAGIC), (unit) => unit.charCodeAt(0))
        changed.set(magic.slice(0, changed.length))
        break
      }
      case 3:
        changed = joined(changed.slice(0, at), changed.slice(Math.max(0, at - dice.below(60))))
        break
      default:
        changed = joined(changed.slice(at), changed.slice(0, at))
    }
  }
  return changed
}

const joined = (one: Uint8Array, other: Uint8Array): Uint8Array<ArrayBuffer> => {
  const whole = new Uint8Array(one.length + other.length)
  whole.set(one)
  whole.set(other, one.length)
  return whole
}
