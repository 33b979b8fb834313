/** Forms said otherwise than their letters and the American sound lead one to think. */
const EXCEPTIONS: ReadonlyMap<string, string> = new Map([
  ['ate', 'et'],
  ['shone', 'ʃɒn'],
  ['lost', 'lɒst'],
  ['gone', 'ɡɒn'],
  ['been', 'biːn'],
  ['was', 'wɒz'],
])

const VOWEL = 'ɑɔɝɚɪʊɛeæʌəiuɒɜao'

/**
 * How a short form is said in Southern British, from how it is said in General American: `wrote` rəʊt, `wore` wɔː, `got`
 * ɡɒt. For irregular forms, whose vowels these rules were checked on; of words at large the letters would have to be known.
 */
export function britishOf(form: string, american: string): string {
  return (
    EXCEPTIONS.get(form) ??
    american
      .replaceAll('oʊ', 'əʊ')
      .replaceAll('ɝː', 'ɜː')
      .replaceAll('ɚ', 'ə')
      .replaceAll('ɑːr', 'ɑːR')
      .replaceAll('ɑː', 'ɒ')
      .replaceAll('ɒR', 'ɑːr')
      .replaceAll('ɛr', 'eər')
      .replaceAll('ɪr', 'ɪər')
      .replaceAll('ɛ', 'e')
      .replace(new RegExp(`r(?![${VOWEL}])`, 'g'), '')
  )
}
