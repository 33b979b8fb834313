/** The words of an import, in English; `words.zh.ts` has the same keys. */
const en = {
  shared: {
    waits: 'Shared with Duizhao and waiting: “{name}”.',
    take: 'Import it instead',
    drop: 'Put it away',
  },
  import: {
    title: 'Import',
    step: 'Step {n} of 3',
    roomLow:
      'There is little room left on this device: a large import may not fit. Save a backup first (in the settings).',
    put: {
      title: 'Put it in',
      lead: 'Paste a Chinese text together with its English translation. One after the other, line by line, or as a table: all is fine.',
      paste: 'Paste',
      refused:
        'This browser does not let a page read the clipboard. Press and hold in the field below and choose Paste.',
      field: 'Or paste or type here',
      placeholder: 'Chinese and English …',
      go: 'Use this text',
      file: 'Choose one or two files',
      kinds:
        'Text, tables (CSV, Excel), web pages, Word documents, e-books, subtitles, Anki and Pleco cards, translation memories or a Duizhao deck. Two files are taken as the two sides. Everything stays on this device.',
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
        zh: 'Chinese and English in turn, Chinese first: {zh}, {en}.',
        en: 'English and Chinese in turn, English first: {en}, {zh}.',
      },
      two: {
        zh: 'Two texts: Chinese, {zh}; English, {en}.',
        en: 'Two texts: English, {en}; Chinese, {zh}.',
      },
      columns: 'A table with one language in each column: {n}.',
      inline: 'A list of words with their translation: {n}.',
      singleZh:
        'Chinese only: {n}. Terms come from the dictionary; the translation can come later.',
      singleEn:
        'English only: {n}. Terms come from the dictionary; the translation can come later.',
      headline: {
        zh: 'The first Chinese line looks like a headline.',
        en: 'The first English line looks like a headline.',
      },
      header: 'The first row was left out as a header.',
      numbers: 'Line numbers or times at the start of lines were left out.',
      overrule: 'If that is wrong, choose',
      kind: {
        blocks: 'One after the other',
        alternating: 'In turn',
        columns: 'Two columns',
        two: 'Two texts',
        inline: 'Word list',
        single: 'One language',
      },
      swap: 'Swap the sides',
      headerRow: 'First row is a header',
      keepNumbers: 'Keep the numbers',
    },
    see: {
      title: 'What I see',
      pairs: '{n} pair of sentences | {n} pairs of sentences',
      sure: 'The aligner is sure of every pair.',
      doubtful: 'Least certain: {n} pair | Least certain: {n} pairs',
      beginning: 'How it begins',
      all: 'Show all {n}',
      less: 'Show fewer',
      next: 'Choose what to learn',
    },
    pick: {
      keys: 'Arrow keys go from row to row, Space ticks.',
      title: 'What to learn',
      coverage:
        'You know {before} of the running words; the ticked term makes it {after}. | You know {before} of the running words; these {n} terms make it {after}.',
      terms: 'Terms',
      noTerms: 'No terms were found in this text.',
      names: '{n} name | {n} names',
      sentences: 'Sentences',
      met: 'met before',
      rest: 'What you do not tick stays in the article; you can add it at any time.',
      commit: 'Add {n} to learn | Add {n} to learn',
      keep: 'Keep the article only',
    },
    progress: {
      read: 'Reading …',
      dictionary: 'Loading the dictionary …',
      split: 'Splitting into sentences …',
      align: 'Aligning …',
      terms: 'Finding key terms …',
    },
    resumed: 'An import was under way. It goes on here.',
    startOver: 'Start over',
    duplicate: 'You have this article already.',
    openIt: 'Open it',
    encoding: 'Read as',
    guessEncoding: 'Find the encoding',
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
      delimited: 'Columns are set apart by',
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
