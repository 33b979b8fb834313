/** Words every gloss has; they count only when a gloss has no others. */
const EMPTY_WORDS = new Set(
  (
    "a an the to of in on at be is and or for with by from as it its that this one sb sth etc oneself one's not do have so " +
    'into up out off very used'
  ).split(' '),
)

/** Whether a stem says nothing about what a headword means. */
export const isEmptyWord = (stem: string): boolean => EMPTY_WORDS.has(stem)
