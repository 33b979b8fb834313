/** Sentences about the texts themselves in English: doubts, script and readings; `zh.ts` has the same keys. */
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
    count: '{n} place worth a look | {n} places worth a look',
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
    },
  },
  frequency: {
    0: 'met everywhere',
    1: 'common',
    2: 'less common',
    3: 'rare',
  },
  chinese: {
    title: 'Chinese text',
    script: 'Characters',
    scripts: {
      given: 'As the text has them',
      simplified: 'Simplified',
      traditional: 'Traditional',
    },
    scriptNote: 'Only what you see is converted; your texts stay as they came.',
    reading: 'Readings',
    readings: { pinyin: 'Pinyin', zhuyin: 'Zhuyin (Bopomofo)' },
    inTexts: 'Readings in articles',
    show: {
      off: 'Never',
      tap: 'When I tap a word',
      on: 'Over every word',
    },
    toneColours: 'Colour the tones (the tone marks stay)',
  },
  import: {
    title: 'Import',
    step: 'Step {n} of 3',
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
        'Text, CSV, TSV, HTML or a Duizhao deck. Two files are taken as the two sides. Everything stays on this device.',
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
    issueMore: 'And {n} more of this kind.',
    issue: {
      empty: 'There is no text in it. Paste a text, or choose another file.',
      tooLarge: 'This is too large ({found}). Split it into chapters and import them one by one.',
      notText:
        'This is not a text file{found}. Save it as plain text (UTF-8), CSV or HTML and try again.',
      zipFile:
        'This is a zip file, as Word documents and e-books are too. Open it, copy its text and paste it here.',
      compressedFile: 'This file is compressed. Unpack it, then choose what was in it.',
      pdfFile: 'This is a PDF. Open it, copy its text and paste it here.',
      oldOfficeFile:
        'This is a document of an old Office version. Save it as plain text (UTF-8), or copy its text and paste it here.',
      backupFound: 'This is a backup of Duizhao. Restore it in Settings, under Backup.',
      encodingGuessed: 'The encoding was guessed: {found}.',
      oneLanguageOnly:
        'Only one language was found. Terms come from the dictionary; add the translation later.',
      noChinese: 'No Chinese was found. Paste the Chinese text too.',
      noEnglish: 'No English was found. Paste the English translation too.',
      raggedRow: 'Row {line} has another number of columns than the rest; it was filled up.',
      notADeck: 'This JSON file is not a Duizhao deck{found}. Choose a file that Duizhao exported.',
      deckTooNew:
        'This deck was made by a newer version of Duizhao. Update the app, then try again.',
      deckFieldMissing:
        'The deck is damaged: {found} is missing or wrong. Ask for a new copy of the file.',
      notABackup: 'This is not a Duizhao backup. Choose a file that Settings saved.',
      backupTooNew:
        'This backup was made by a newer version of Duizhao. Update the app, then restore it.',
      backupDamaged: 'The backup is damaged or cut off. Nothing was changed; choose another copy.',
      tooManyFiles: 'Choose one file, or two files for the two sides.',
    },
  },
  settings: {
    credits: {
      title: 'Dictionary and credits',
      ready: 'The dictionary is on this device: everything works offline.',
      notReady: 'The full dictionary is not on this device yet; it comes with the next connection.',
      core: 'In use: the core dictionary.',
      full: 'In use: the full dictionary.',
      dictionary: 'Chinese dictionary:',
      changes: 'Compiled into a compact form; entries unchanged.',
      lists:
        'Word levels: HSK lists (drkameleon/complete-hsk-vocabulary, MIT; krmanik/HSK-3.0, CC BY-SA 4.0); CEFR-J Wordlist 1.5 and Octanove Vocabulary Profile C1/C2 1.0 (CC BY-SA 4.0). Word frequencies: jieba (MIT).',
      sounds:
        'English pronunciations: the CMU Pronouncing Dictionary (© Carnegie Mellon University, BSD-2-Clause), in part, rewritten in IPA; from the npm package cmu-pronouncing-dictionary (ISC).',
      code: 'Duizhao is free software under the MIT licence. The starter decks are CC BY-SA 4.0.',
    },
  },
}

export default en
