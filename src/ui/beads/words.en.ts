/** The words of what looks wrong in a translation, in English; `words.zh.ts` has the same keys. */
const en = {
  doubts: {
    title: 'Worth a look',
    note: 'Places where the translation, or the pairing, may be wrong.',
    none: 'Nothing looks wrong in this translation.',
    looking: 'Comparing both sides …',
    more: 'Show all {n}',
    less: 'Show fewer',
    go: 'Go to pair {number}',
    mark: 'Worth a look',
    fine: 'This is fine',
    settled: 'Not mentioned again.',
    reason: {
      sideMissing: {
        zh: 'This English has no Chinese beside it.',
        en: 'This Chinese has no English beside it.',
      },
      numbersDiffer: {
        number: '{a} stands on one side only.',
        day: '{a} on one side, {b} on the other.',
      },
      nameMissing: {
        zh: '“{a}” ({b}) is missing on the Chinese side.',
        en: '“{a}” is missing on the English side.',
      },
      nameSpellings: 'One name, two spellings: {a} here, {b} elsewhere.',
      termVaries: 'One English word, two Chinese ones: {a} here, {b} elsewhere.',
      calque: '“{a}” follows the English sentence word for word.',
      untranslated: '“{a}” was left in English.',
      quotesUnbalanced: 'The Chinese side opens or closes a quotation mark without its partner.',
      lengthOutlier: 'One side is much longer, and its words have no counterpart.',
      unrelated: 'The two sides share hardly a word; they may not belong together.',
      clauseMissing: {
        zh: '“{a}” has no counterpart in the Chinese.',
        en: '“{a}” has no counterpart in the English.',
      },
      polarityDiffers: {
        zh: 'The Chinese says no, the English does not.',
        en: 'The English says no, the Chinese does not.',
      },
      wordDiffers: {
        both: '“{a}” in the English, “{b}” in the Chinese.',
        zh: 'Nothing in the English says “{b}”.',
      },
    },
  },
}

export default en
