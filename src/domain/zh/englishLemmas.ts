import { isEmptyWord } from '../text/emptyWords.ts'
import { lemmaEn } from '../text/lemmaEn.ts'

/** Words that stand in any sentence, and say nothing about what a hanzi means in it. */
const COMMON = new Set(
  (
    'i you he she we they me him her us them my your his our their what which who these those there here am are was were been did ' +
    'does done had has will would can could shall should may might must not no so too than then when if but all any some just s t ' +
    're ll ve m d don didn isn won'
  ).split(' '),
)

/** The lemmas of the words of an English text that say something, each once. */
export function englishLemmas(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[a-z]+/g) ?? []
  const lemmas = words.filter(isTelling).map((word) => lemmaEn(word))
  return new Set(lemmas.filter(isTelling))
}

const isTelling = (word: string): boolean => !isEmptyWord(word) && !COMMON.has(word)

/** A gloss without what stands in round brackets, and what stands there. */
export function glossAndNotes(gloss: string): { readonly bare: string; readonly notes: string } {
  return {
    bare: gloss.replaceAll(/\([^)]*\)|\[[^\]]*\]/g, ' '),
    notes: (gloss.match(/\([^)]*\)/g) ?? []).join(' '),
  }
}
