/** The words of the settings, in English; `words.zh.ts` has the same keys. */
const en = {
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
  optimiser: {
    title: 'Memory model',
    model: 'Which model plans the reviews',
    models: { 'fsrs-6': 'FSRS-6', 'fsrs-7': 'FSRS-7 (new)' },
    modelNotes: {
      'fsrs-6': 'Tried by many, and fitted to you.',
      'fsrs-7': 'Two traces for each memory, hours instead of days; not fitted to you yet.',
    },
    onlySix:
      'Switching works out every card anew from its history; no review is lost, and you can switch back. Only FSRS-6 can be fitted to you.',
    note: 'From your answers Duizhao learns how your memory works, on this device.',
    auto: 'By itself, every 500 reviews',
    last: 'Last time: {date}, from {n} answer. | Last time: {date}, from {n} answers.',
    never: 'Not fitted to you yet: the standard weights are in use.',
    accepted: 'The new weights predict your answers {percent} better. They are in use.',
    notSure:
      'New weights would have predicted your answers {percent} better: too little to be sure. Nothing was changed.',
    worse: 'New weights would have predicted your answers {percent} worse. Nothing was changed.',
    tooFew: 'Too few answers since to tell whether new weights are better. Nothing was changed.',
    losses: 'Log loss on later answers: {before} before, {after} after; less is better.',
    working: 'Learning from your answers …',
    run: 'Fit to me now',
    goBack: 'Go back to the weights of {date}',
    goBackToStandard: 'Go back to the standard weights',
    effect:
      'New weights move no due day: each card follows them from its next answer on. They are part of the log, so every device uses the same.',
  },
  settings: {
    gone: {
      title: 'Deleted since this backup was made',
      note: 'These are in the backup, but you deleted them later, here or on another device. They stay deleted unless you bring them back.',
      article: 'Article',
      card: 'Note',
      bringBack: 'Bring back',
      bringBackNamed: 'Bring back “{title}”',
    },
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
