/** The words of the library, in English; `words.zh.ts` has the same keys. */
const en = {
  texts: {
    search: 'Title, or a word in any sentence',
    inSentences: 'Find “{text}” in all sentences',
    noTitle: 'No title has that.',
    due: '{n} due',
    menu: 'More',
    archive: 'Archive',
    unarchive: 'Put back in the library',
    archived: 'Archive ({n})',
    about: 'Title and source',
    aboutNote:
      'This goes with the text when you hand it on. Nothing here changes your cards or reviews.',
    sources: {
      author: 'Author',
      translator: 'Translator',
      source: 'Source, or its address',
      date: 'Date',
      licence: 'Licence',
    },
    level: 'Level, such as HSK 4 · B1',
    needsTitle: 'Give it a title in one of the languages.',
    title: { zh: 'Chinese title', en: 'English title' },
    sort: 'Sort by',
    order: {
      added: 'Newest first',
      readable: 'Most readable first',
      short: 'Shortest first',
      title: 'Title',
    },
  },
}

export default en
