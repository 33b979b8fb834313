import type en from './words.en.ts'

/** The words of a word that was tapped, in Chinese. */
const zh: typeof en = {
  words: {
    frequency: {
      0: '极常用',
      1: '常用',
      2: '较少用',
      3: '罕见',
    },
  },
}

export default zh
