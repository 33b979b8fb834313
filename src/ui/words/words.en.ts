/** The words of a word that was tapped, in English; `words.zh.ts` has the same keys. */
const en = {
  words: {
    frequency: {
      0: 'very common',
      1: 'common',
      2: 'uncommon',
      3: 'rare',
    },
    state: { new: 'New', learning: 'Learning', known: 'Known' },
    pos: {
      noun: 'noun',
      verb: 'verb',
      adjective: 'adjective',
      adverb: 'adverb',
      pronoun: 'pronoun',
      preposition: 'preposition',
      conjunction: 'conjunction',
      determiner: 'determiner',
      number: 'number',
      interjection: 'interjection',
      auxiliary: 'modal verb',
      phrase: 'phrase',
    },
    count: { U: 'uncountable', CU: 'countable or not', P: 'plural only' },
    phraseOrWord: 'The phrase, or the word alone',
    backIn: 'back in {time}',
    more: 'Show more',
    learn: 'Learn',
    known: 'Known',
    findAll: 'Find all',
    copy: 'Copy',
    copied: 'Copied',
    notCopied: 'This browser did not allow copying.',
    inYourTexts: 'In your texts',
    cut: 'Cut differently',
    oneWord: 'This is one word:',
    twoWords: 'These are two words:',
    asDictionary: 'As the dictionary cuts it',
    strokes: 'Strokes',
    strokeCount: '{n} strokes',
    playAgain: 'Play again',
    noStrokes: 'Nobody has drawn the strokes of {characters} yet.',
    strokesOffline:
      'The strokes of {characters} are not on this device yet. They come with a connection.',
  },
}

export default en
