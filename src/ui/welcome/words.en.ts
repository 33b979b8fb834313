/** The words of the first screen, in English; `words.zh.ts` has the same keys. */
const en = {
  welcome: {
    title: 'Welcome to Duizhao',
    lead: {
      zh: 'Learn the words of a Chinese text in their sentences, until you can read it without the English. Bring texts of your own, or begin with one of ours.',
      en: 'Learn the words of an English text in their sentences, until you can read it without the Chinese. Bring texts of your own, or begin with one of ours.',
    },
    pair: 'Sample pair',
    /** Chinese in both languages of the interface; in the characters it is read in. */
    sample: { text: '渡船在雾中等了一个小时，终于靠岸。', term: '靠岸' },
    first: 'your first card, now',
    preparing: 'Preparing your first card…',
    level: 'My level',
    beginner: 'Beginner',
    own: 'Add my own text',
    learn: { zh: 'I’m learning Chinese', en: 'I’m learning English' },
    look: 'Look around first',
    private: 'Offline, no account, no tracking: everything stays on this device.',
    install:
      'On iPhone and iPad: tap Share, then “Add to Home Screen”, and open Duizhao from there before you import. Safari keeps the data of the two apart, and forgets that of pages not visited for a week.',
  },
}

export default en
