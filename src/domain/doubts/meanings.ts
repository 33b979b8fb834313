/** Two meanings that exclude each other, or more: what says each on either side. */
export interface Meaning {
  readonly zh: RegExp
  readonly en: RegExp
}

const word = (words: string): RegExp => new RegExp(`\\b(?:${words})\\b`, 'i')
const meaning = (zh: string, en: string): Meaning => ({ zh: new RegExp(zh), en: word(en) })
export const set = (...pairs: readonly (readonly [zh: string, en: string])[]): readonly Meaning[] =>
  pairs.map(([zh, en]) => meaning(zh, en))

export const NOT = '(?<![不没無无未]|不[得能应會会要许可])'
export const COUNT = '[〇零一二两三四五六七八九十百千万亿半几数多\\d个\\s]'
