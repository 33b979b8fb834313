/** The words of the settings, in English; `words.zh.ts` has the same keys. */
const en = {
  english: {
    title: 'English text',
    accent: 'Phonetic transcription',
    accents: { american: 'American: car /kɑːr/', british: 'British: car /kɑː/' },
    accentNote: 'Words you have learnt keep the transcription they were learnt with.',
  },
  chinese: {
    title: 'Chinese text',
    script: 'Characters',
    scripts: {
      given: 'As the text has them',
      simplified: 'Simplified',
      traditional: 'Traditional',
    },
    face: 'Typeface of Chinese texts',
    faces: { hei: 'Plain (黑体)', song: 'Song (宋体)' },
    faceNote: 'On cards and in texts; Song is the device’s own.',
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
    spokenTones: 'Tones as they are spoken: ní hǎo, yí gè (else nǐ hǎo, yī gè)',
  },
  copies: {
    title: 'Safety copies',
    note: 'Every day you study, Duizhao makes a copy of everything in this browser: the last seven days and the four weeks before. They help against mistakes; when the browser clears its data they go with it, so save a backup now and then.',
    notKept: 'This browser keeps no safety copies. Save a backup now and then instead.',
    full: 'The last copy could not be written, as a rule for want of room. It will be tried again; until then, save a backup.',
    none: 'None yet: the first one comes after a session.',
    articles: '{n} articles | {n} article | {n} articles',
    notes: '{n} notes | {n} note | {n} notes',
    reviews: '{n} reviews | {n} review | {n} reviews',
    restore: 'Restore',
    restoreNamed: 'Restore the copy of {date}',
    folder: {
      title: 'Copies in a folder',
      note: 'Choose a folder, for example one that is synchronised, and it gets a copy after every session.',
      ready: 'The folder “{name}” gets a copy after every session.',
      lapsed:
        'The browser no longer lets Duizhao into the folder “{name}”: it gets no copies until you allow it again.',
      refused:
        'The last copy could not be written to the folder “{name}”. Is it still there, and does it have room?',
      allow: 'Allow again',
      pick: 'Choose a folder',
      pickAnother: 'Choose another folder',
      forget: 'Stop copying there',
    },
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
    language: 'Language of the interface',
    learning: 'What do you want to learn?',
    level: {
      done: 'Done',
      zh: 'Chinese words you know already',
      en: 'English words you know already',
      none: 'None, or I am not sure',
      upTo: 'Up to {level}',
      note: 'They are not offered as new and count as known in every text.',
    },
    theme: 'Appearance',
    themes: { system: 'As the device', light: 'Light', dark: 'Dark' },
    kinds: 'Kinds of card',
    kindsNote:
      'They grow with the word. What is off is not asked and not forgotten: it goes on where it was when you switch it on again.',
    kindNotes: {
      read: 'See it, say what it means. Comes first; which words you know and which English folds away is judged by it.',
      choice:
        'Pick the meaning out of four words of the same article. A new word is met this way where four fair ones exist.',
      spot: 'Find the number or day that the translation has wrong, or say that all is right. Now and then, in sentences you read for certain.',
      cloze:
        'The word is cut out of its sentence. Comes on a later day than the first reading; as a thought, where it is neither laid nor typed.',
      tiles:
        'Lay the missing word from its characters and a few others, until you fill the gap for certain.',
      typed: 'Type the missing word, once you fill the gap for certain.',
      produce: 'See the meaning, say the word. Comes when you read it for certain.',
      type: 'Type the pinyin, judged syllable by syllable; of English words the spelling. Comes when you read it for certain.',
      listen:
        'Hear it, say what it means. Comes when you read it for certain; without a voice on this device it is shown.',
    },
    newPerDay: 'New cards a day',
    reviewsPerDay: 'Reviews a day, at most',
    retention: 'How much you want to remember: {percent}',
    retentionNote:
      'The share of cards you still know when they come back. 90 % suits most; each step up costs more reviews a day.',
    rollover: 'The study day starts at (hour)',
    rolloverNote: 'Reviews after midnight still count for the evening until this hour.',
    buttons: 'Answer buttons',
    buttonsTwo: 'Two: Forgot, Remembered',
    buttonsHold: 'Hold one of them for Hard and Easy.',
    buttonsFour: 'Four: Again, Hard, Good, Easy',
    buttonsNote:
      'Hard means remembered with effort. Pressed after forgetting, it makes every interval too long.',
    backup: {
      title: 'Backup',
      note: 'One file with your articles, cards and every review. Keep it where you keep what matters; restoring it adds to what is here and overwrites no review.',
      unsaved:
        'Every review is backed up. | {n} review is not backed up yet. | {n} reviews are not backed up yet.',
      save: 'Save a backup',
      restore: 'Restore a backup',
      export: 'For other programs',
      restored: 'Restored: {articles} articles, {notes} notes, {entries} log entries.',
      reading: 'Reading the backup',
      cancel: 'Cancel',
      roomLow:
        'There is little room left on this device. Save a backup, and then delete articles or files you no longer need.',
      broughtBack: '“{title}” is back.',
      persisted: 'The browser has promised to keep your data.',
      notPersisted:
        'The browser may clear data when space runs out; installing the app or a backup guards against that.',
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
      strokes:
        'Strokes of characters: Make Me a Hanzi, made from fonts of Arphic Technology (Arphic Public License, in strokes/ARPHICPL.TXT); from the npm package hanzi-writer-data, shown with Hanzi Writer (MIT).',
      code: 'Duizhao is free software under the MIT licence. The starter decks are CC BY-SA 4.0.',
    },
  },
  speaking: {
    title: 'Reading aloud',
    voice: { zh: 'Chinese voice', en: 'English voice' },
    usual: 'As the device',
    try: 'Try it',
    tryNamed: { zh: 'Try it: the Chinese voice', en: 'Try it: the English voice' },
    pace: 'Speed',
    times: '{n} ×',
    paceNote: 'Tap a speaker a second time to hear it slowly.',
    autoplay: 'Say the answer when it shows',
    autoplayNote: 'Once per card, by itself.',
  },
  reminders: {
    title: 'Reminders',
    calendarNote:
      'A daily entry in your calendar reminds you to the minute, on every device, even while Duizhao is closed.',
    time: 'Time of day',
    save: 'Add to calendar',
    made: 'The file for {time} is made: open it with your calendar. Another time replaces it; to end the reminder, delete the entry there.',
    event: 'Duizhao: today’s cards',
    eventNote: 'A few minutes now keep the words you have learnt.',
    badge: 'Number on the app’s icon',
    badgeNote: {
      yes: 'Today’s cards; it goes when you are done.',
      installed:
        'Today’s cards; it goes when you are done. It shows once Duizhao is installed on this device.',
      no: 'This browser cannot show a number on the app’s icon.',
    },
    background: {
      yes: 'This device also brings it up to date now and then while Duizhao is closed.',
      no: 'This device brings it up to date only while Duizhao is open.',
    },
  },
  hands: {
    title: 'Answering',
    swipe: 'Swipe to answer',
    swipeNote:
      'Once the answer shows, move the card right for Remembered, left for Forgot, and let go. Moving it back cancels.',
    haptics: 'Tick when a swipe counts',
    hapticsNote: 'A short buzz, where the device has one.',
    which: 'Hand that holds the phone',
    hand: { right: 'Right', left: 'Left' },
    whichNote:
      'Undo and menus stand on that side. Forgot stays left and Remembered right, as the card moves.',
  },
  scheduling: {
    title: 'Scheduling in detail',
    learningSteps: 'Steps of a new card',
    learningStepsNote:
      'Times between its first answers, such as 1m 10m. None at all leaves the first interval to the memory model.',
    relearningSteps: 'Steps after forgetting',
    relearningStepsNote: 'How soon a forgotten card is asked again before its next long interval.',
    stepsWrong: 'Write times such as 30s, 10m, 1h or 1d, with spaces between them.',
    orderTitle: 'Order of the reviews',
    order: { risk: 'Least likely to be remembered first', day: 'Longest overdue first' },
    orderNote: {
      risk: 'After a break this saves the most.',
      day: 'As they became due.',
    },
    balance: 'Make the days alike',
    balanceNote:
      'Of the days that would do equally well, the one with the fewest reviews is taken. Memory does not suffer.',
    easyDays: 'Easy days',
    easyDaysNote: 'How many reviews you want on each weekday. They move to the days around.',
    easyDates: 'Single dates',
    easyDatesNote: 'Holidays, and working days in their place. A date wins over its weekday.',
    share: { 0: 'as usual', 1: 'about half', 2: 'few', 3: 'none if possible' },
    date: 'Date',
    amount: 'Reviews',
    addDate: 'Add',
    removeDate: 'Remove {date}',
    leeches: 'Offer to rewrite a card after so many lapses',
    leechesNote: 'A card forgotten this often (a leech) needs another wording. 0 never asks.',
    maximum: 'Longest interval, in days',
    maximumNote: 'No card is put off for longer than this.',
  },
}

export default en
