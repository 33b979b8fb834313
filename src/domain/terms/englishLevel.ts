import { isEmptyWord } from '../text/emptyWords.ts'
import type { Dictionary } from '../dictionary/dictionary.ts'
import { CEFR, type Level } from '../model.ts'
import { lemmaEn } from '../text/lemmaEn.ts'

/** The level the lists give an English term: of its lemma, of a phrase only as a whole. */
export function levelOfEnglish(en: string, dictionary: Dictionary): Level {
  const plain = en.toLowerCase()
  return dictionary.levelEn(plain.includes(' ') ? plain : lemmaEn(plain))
}

/**
 * How hard an English term is, for ranking: a phrase that is in no list is as hard as the hardest of its words, so that
 * `meets with` is not rare because nobody lists it. No level when one of its words has none.
 */
export function difficultyOfEnglish(en: string, dictionary: Dictionary): Level {
  const own = levelOfEnglish(en, dictionary)
  if (own.cefr !== undefined || !en.includes(' ')) return own
  const words = en
    .toLowerCase()
    .split(/[\s-]+/)
    .map(lemmaEn)
    .filter((word) => !isEmptyWord(word))
  const places = words.map((word) =>
    CEFR.findIndex((level) => level === dictionary.levelEn(word).cefr),
  )
  const hardest = CEFR[Math.max(0, ...places)]
  return places.includes(-1) || hardest === undefined ? {} : { cefr: hardest }
}
