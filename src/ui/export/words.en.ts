const en = {
  export: {
    article: 'Export or print',
    everything: 'Use your cards in other programs',
    about:
      'Your words and sentences in the formats of other programs. What you have here stays here.',
    formats: 'Formats',
    as: 'Export as {name}',
    button: 'Export',
    writing: 'Writing the file',
    ready: 'The file is ready: {name}',
    again: 'Save it again',
    nothing: 'There is nothing to export yet: learn a word or a sentence first.',
    unavailable:
      'A part that this takes could not be loaded. Connect to the internet once, then try again.',
    name: {
      anki: 'Anki package',
      ankiText: 'Anki text',
      pleco: 'Pleco flashcards',
      deck: 'Duizhao deck',
      csv: 'Table for Excel (CSV)',
      tsv: 'Table for programs (TSV)',
      tmx: 'Translation memory (TMX)',
    },
    note: {
      anki: 'Cards with their reviews and their memory. When Anki imports it, tick “Import any learning progress” and “Import any deck presets”, and switch on FSRS in the deck options. Cards that Anki has already keep the schedule they have there.',
      ankiText:
        'Fronts and backs for a note type like Basic. Importing it again updates the notes that are there.',
      pleco: 'Chinese words with their pinyin, what they mean and a sentence.',
      deck: 'The text with its sentence pairs and words, for somebody else who has Duizhao. Nobody sees your reviews.',
      csv: 'Sentence pairs and words, one row each. Duizhao reads it back after you have changed it.',
      tsv: 'The same, separated by tabs.',
      tmx: 'For translation tools such as OmegaT.',
    },
    print: 'Print',
    printNote: 'Both languages side by side, with a list of words.',
    printView: 'Print view',
    glossary: 'Words',
    source: 'Source: {text}',
    back: 'Back to the text',
    backToSettings: 'Back to the settings',
  },
}

export default en
