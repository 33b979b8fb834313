/** The words of the concordance, in English; `words.zh.ts` has the same keys. */
const en = {
  concordance: {
    title: 'Find in all texts',
    field: 'Chinese, pinyin or English',
    clear: 'Clear',
    hint: 'Type a word: 停火, tinghuo or ceasefire. You see every place it appears in your texts, beside its translation.',
    noTexts:
      'There are no texts to look through yet. Add one, and its sentences can be found here.',
    nothing: 'Not in your texts.',
    nothingHelp: 'A shorter word, or the other language, may find more.',
    searching: 'Looking through your texts…',
    found: '{times} in {texts}',
    times: '{n} time | {n} times',
    texts: '{n} text | {n} texts',
    asWord: 'as a word {n}',
    inside: 'inside',
    readAs: 'Read as',
    english: 'English',
    pinyin: 'Pinyin',
    translated: 'Translated as',
    all: 'All {n}',
    onlyText: 'Only in {title}: {n}',
    allTexts: 'In all texts',
    more: 'Show {n} more',
  },
}

export default en
