/** The words of the first screen, in English; `words.zh.ts` has the same keys. */
const en = {
  welcome: {
    title: 'Welcome to Duizhao',
    lead: 'Put in a Chinese text and its English translation. Duizhao aligns the sentences, finds the key terms on both sides, and turns what you pick into daily cards, all on this device.',
    pair: 'Sample pair',
    learn: {
      zh: 'I am learning Chinese',
      zhNote: 'Chinese is asked, English explains.',
      en: 'I am learning English',
      enNote: 'English is asked, Chinese explains.',
    },
    sample: 'Begin with a sample',
    own: 'Import my own text',
    look: 'Look around first',
    private: 'No account, no server, no tracking: everything stays on this device.',
    install:
      'On iPhone and iPad: tap Share, then “Add to Home Screen”, and open Duizhao from there before you import. Safari keeps the data of the two apart, and forgets that of pages not visited for a week.',
  },
}

export default en
