/** The words of an import, in English; `words.zh.ts` has the same keys. */
const en = {
  shared: {
    waits: 'Shared with Duizhao and waiting: “{name}”.',
    take: 'Import it instead',
    drop: 'Put it away',
  },
  import: {
    title: 'Add a text',
    step: 'Step {n} of 3',
    roomLow:
      'There is little room left on this device: a large text may not fit. Save a backup first, in Settings.',
    put: {
      title: 'Add a text',
      lead: 'Paste a text in Chinese and in English. One after the other, line by line or as a table: any of them will do.',
      paste: 'Paste',
      refused:
        'This browser does not let a page read the clipboard. Press and hold in the field below and choose Paste.',
      field: 'Or paste or type here',
      placeholder: 'Chinese and English…',
      go: 'Use this text',
      file: 'Choose one or two files',
      kinds:
        'Text, tables (CSV, Excel), web pages, Word documents, e-books, subtitles, Anki and Pleco cards, translation memories or a Duizhao deck. Two files are taken as the two languages. Everything stays on this device.',
      sample: 'Try it with a sample',
    },
    seen: {
      units: '{n} paragraph | {n} paragraphs',
      rows: '{n} pair | {n} pairs',
      blocks: {
        zh: 'Chinese first, {zh}; then English, {en}.',
        en: 'English first, {en}; then Chinese, {zh}.',
      },
      alternating: {
        zh: 'Chinese and English line by line, Chinese first: {zh}, {en}.',
        en: 'English and Chinese line by line, English first: {en}, {zh}.',
      },
      two: {
        zh: 'Two texts: Chinese, {zh}; English, {en}.',
        en: 'Two texts: English, {en}; Chinese, {zh}.',
      },
      columns: 'A table with one language in each column: {n}.',
      inline: 'A list of words with their translation: {n}.',
      singleZh:
        'Only Chinese here, {n}. You can learn its words with the dictionary; add the translation later to read it side by side.',
      singleEn:
        'Only English here, {n}. You can learn its words with the dictionary; add the translation later to read it side by side.',
      headline: {
        zh: 'The first Chinese line looks like a headline.',
        en: 'The first English line looks like a headline.',
      },
      header: 'The first row was left out as a header.',
      numbers: 'Line numbers or times at the start of lines were left out.',
      overrule: 'Not right? Read it another way',
      kind: {
        blocks: { zh: 'Chinese, then English', en: 'English, then Chinese' },
        alternating: 'Line by line',
        columns: 'Two columns',
        two: 'Two texts',
        inline: 'Word list',
        single: 'One language',
      },
      swap: 'Swap languages',
      headerRow: 'First row is a header',
      keepNumbers: 'Keep the numbers',
    },
    see: {
      title: 'Check the pairs',
      pairs: '{n} pair of sentences | {n} pairs of sentences',
      sure: 'Every sentence found its match.',
      certain: '{sure} of {n} pair certain | {sure} of {n} pairs certain',
      beginning: 'How it begins',
      all: 'Show all {n}',
      less: 'Show fewer',
      next: 'Choose words',
    },
    stack: {
      nth: 'Sentence {number} · {n} to check',
      done: 'Nothing more to check.',
      why: {
        zh: 'This English has no Chinese beside it.',
        en: 'This Chinese has no English beside it.',
        unsure: 'These may not belong together.',
      },
      mend: {
        joinBefore: 'Join with the one above',
        joinNext: 'Join with the next',
        confirm: 'This is right',
      },
      leave: 'Leave it',
      fix: 'Fix by hand',
    },
    pick: {
      keys: 'Arrow keys go from row to row, Space ticks.',
      title: 'What to learn',
      coverage:
        'You can read {before} of this text. With this word: {after}. | You can read {before} of this text. With these {n} words: {after}.',
      tabs: { words: 'Words', phrases: 'Phrases', names: 'Names', sentences: 'Sentences' },
      known: 'You know {n} more',
      few: 'few',
      lots: 'many',
      many: '{n} word chosen | {n} words chosen',
      noTerms: 'No words worth learning were found in this text.',
      met: 'met before',
      rest: 'What you leave out stays in the text; you can learn it at any time.',
      commit: 'Learn this one | Learn these {n}',
      keep: 'Save without cards',
    },
    progress: {
      read: 'Reading…',
      dictionary: 'Loading the dictionary…',
      split: 'Splitting into sentences…',
      align: 'Pairing the sentences…',
      terms: 'Finding words worth learning…',
    },
    resumed: 'You were adding this text. Carry on, or start over.',
    startOver: 'Start over',
    duplicate: 'You have this text already.',
    openIt: 'Open it',
    encoding: 'Text encoding',
    guessEncoding: 'Detect automatically',
    update: {
      found: 'Revision {n} of a deck you have:',
      corrected: 'no sentence differs. | {n} sentence corrected. | {n} sentences corrected.',
      take: 'Update (reviews are kept)',
      mine: 'Open mine',
    },
    chapters: {
      title: 'Chapters',
      book: 'Book {n}',
      all: 'All',
      none: 'None',
      read: 'Read these chapters',
    },
    reviews: {
      question: 'Take over the reviews of {n} card too? | Take over the reviews of {n} cards too?',
      take: 'Yes: they come back on the days they were due',
      leave: 'No: I begin anew',
      note: 'Cards that you have reviewed here keep what they have. Importing again adds nothing twice.',
    },
    noteTypes: {
      title: 'Fields of the notes',
      nth: '{name}: {n} note | {name}: {n} notes',
      left: 'Left out: say which field is Chinese and which is English.',
    },
    columns: {
      title: 'Columns',
      nth: 'Column {n}',
      role: { zh: 'Chinese', en: 'English', reading: 'Pronunciation', skip: 'Leave out' },
      delimited: 'Columns are separated by',
      delimiter: {
        tab: 'Tab',
        comma: 'Comma ,',
        semicolon: 'Semicolon ;',
        bar: 'Bar',
        wideComma: 'Chinese comma ，',
        wideSemicolon: 'Chinese semicolon ；',
      },
    },
  },
}

export default en
