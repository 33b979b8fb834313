/** The words of the reader, in English; `words.zh.ts` has the same keys. */
const en = {
  reader: {
    hide: { zh: 'Hide Chinese', en: 'Hide English' },
    readings: {
      off: 'Pinyin: off',
      all: 'Pinyin: all words',
      unknown: 'Pinyin: new words',
    },
    without: '{n} of {of} sentences read without the translation',
    learning: '{n} more being learnt',
    calm: 'Much is new here. Only the words most useful to learn are marked.',
    check: 'Please check {n} place | Please check {n} places',
    nextCheck: 'Next place to check',
    names: 'Names',
    listen: 'Listen',
    play: 'Play',
    pause: 'Pause',
    next: 'Next sentence',
    previous: 'Previous sentence',
    pace: 'Speed',
    after: { zh: 'Chinese after', en: 'English after' },
    repeat: 'Repeat',
  },
}

export default en
