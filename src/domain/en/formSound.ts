import type { Sound } from '../dictionary/learnersEnglish.ts'
import type { Analysis, FormKind } from './analyses.ts'

const HISSING = /(?:[szʃʒ])$/
const VOICELESS = /[pktfθsʃ]$/
/** The one third person whose vowel is another. */
const SAYS: Sound = { american: 'sɛz', british: 'sez' }

/** Adjectives that get the sound of g when they are compared: longer, strongest. */
const HARD_G = /^(?:long|strong|young)$/

/** How a form of a word is said: a regular one from the sound of its word; '' where nobody knows. */
export function formSound({ entry, kind, sound }: Analysis): Sound {
  if (kind === 'third' && entry.headword === 'say') return SAYS
  if (kind === 'base') return entry.sound
  // What is listed without a sound and ends as the rules have it: shyer, shyest.
  const isRegular = sound?.american === '' && isComparison(kind)
  if (sound !== null && !isRegular) return sound
  const { american, british } = entry.sound
  // Of words in -r the British say it only before a vowel, which an ending brings.
  const linked = /re?$/.test(entry.headword) && /[əɑɔɜː]$/.test(british) ? `${british}r` : british
  // A weak r is a consonant of its own before a vowel.
  const weak = american.replace(/ɚ$/, 'ər')
  const stem = HARD_G.test(entry.headword) && isComparison(kind) ? 'ɡ' : ''
  return {
    american: withEnding(american, weak + stem, kind, 'american'),
    british: withEnding(british, linked + stem, kind, 'british'),
  }
}

const isComparison = (kind: FormKind): boolean => kind === 'comparative' || kind === 'superlative'

function withEnding(
  base: string,
  beforeVowel: string,
  kind: FormKind,
  accent: keyof Sound,
): string {
  if (base === '') return ''
  switch (kind) {
    case 'ing':
      return stressed(`${beforeVowel}ɪŋ`, base)
    case 'comparative':
      return stressed(beforeVowel + (accent === 'american' ? 'ɚ' : 'ə'), base)
    case 'superlative':
      return stressed(`${beforeVowel}ɪst`, base)
    case 'past':
    case 'participle':
      if (/[td]$/.test(base)) return stressed(`${base}ɪd`, base)
      return base + (VOICELESS.test(base) ? 't' : 'd')
    default:
      return sibilant(base)
  }
}

/** The sound of -s, and of the possessive 's. */
export function sibilant(base: string): string {
  if (base === '') return ''
  if (HISSING.test(base)) return stressed(`${base}ɪz`, base)
  return base + (VOICELESS.test(base) ? 's' : 'z')
}

/** A syllable more: what was one alone needs the mark of stress now. */
function stressed(sound: string, base: string): string {
  return /[ˈˌ ]/.test(base) ? sound : `ˈ${sound}`
}
