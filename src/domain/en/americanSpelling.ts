/** The American spelling of a British one: favourite, organised, analyse, theatre. */
export function americanSpelling(word: string): string {
  return word
    .replace(/is(e[ds]?|ing|ations?|ers?)$/, 'iz$1')
    .replace(/ys(e[ds]?|ing)$/, 'yz$1')
    .replace(/([^aeiou])re(s?)$/, '$1er$2')
    .replace(/([bdlmnpv])our/, '$1or')
    .replace(/ogue(s?)$/, 'og$1')
    .replace(/grammes?$/, 'gram')
    .replace(/ll(ed|ing|ery|or)$/, 'l$1')
}
