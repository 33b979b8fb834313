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
    address: 'Address where newer revisions are looked for',
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
  published: {
    title: 'Decks on the web',
    address: 'Address of a deck, or of a list of decks',
    add: 'Add from this address',
    take: 'Add',
    look: 'Look for newer revisions',
    revision: 'See revision {n}',
    busy: 'Asking the server…',
    none: 'Your decks are up to date.',
    trouble: {
      badAddress: 'This is no address of the web. It begins with https://.',
      unreachable:
        'Nothing came from there. There may be no network, or the server does not let other sites read its files (CORS). You can download the deck and add it from the file.',
      notThere: 'There is no such file. Check the address.',
      tooLarge: 'The file there is larger than 10 MB, so it was not read.',
      trouble: 'The server has a problem of its own. Try again later.',
      noDeck: 'There is no Duizhao deck there, and no list of decks.',
    },
  },
}

export default en
