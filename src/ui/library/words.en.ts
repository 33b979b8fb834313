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
    rename: 'Rename',
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
