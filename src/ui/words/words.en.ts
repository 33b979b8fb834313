/** The words of a word that was tapped, in English; `words.zh.ts` has the same keys. */
const en = {
  words: {
    frequency: {
      0: 'met everywhere',
      1: 'common',
      2: 'less common',
      3: 'rare',
    },
  },
}

export default en
