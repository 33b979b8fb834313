/** The words of what looks wrong in a translation, in English; `words.zh.ts` has the same keys. */
const en = {
  doubts: {
    title: 'Please check',
    note: 'The translation, or the pairing, may be wrong here.',
    none: 'No problems found.',
    looking: 'Comparing both sides…',
    more: 'Show all {n}',
    less: 'Show fewer',
    go: 'Go to sentence {number}',
    mark: 'Please check',
    fine: 'This is fine',
    settled: 'Not mentioned again.',
    reason: {
      sideMissing: {
        zh: 'This English has no Chinese beside it.',
        en: 'This Chinese has no English beside it.',
      },
      numbersDiffer: {
        number: '{a} is on one side only.',
        day: '{a} on one side, {b} on the other.',
      },
      nameMissing: {
        zh: '“{a}” ({b}) is missing on the Chinese side.',
        en: '“{a}” is missing on the English side.',
      },
      nameSpellings: 'The same name is {a} here but {b} elsewhere.',
      termVaries: 'The same English word is {a} here but {b} elsewhere.',
      calque: '“{a}” follows the English sentence word for word.',
      untranslated: '“{a}” was left in English.',
      quotesUnbalanced: 'The Chinese side opens or closes a quotation mark without its partner.',
      lengthOutlier: 'One side is much longer, and its words have no counterpart.',
      unrelated: 'The two sides have hardly a word in common; they may not belong together.',
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
