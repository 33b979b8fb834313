const en = {
  known: {
    title: 'Words you know already',
    lead: 'Give a list, and its words count as known everywhere: one word a line, a table, an Anki deck. Cards and reviews stay as they are.',
    field: 'One word a line',
    look: 'Look at the list',
    file: 'Choose a file',
    found: '{n} word will be marked as known. | {n} words will be marked as known.',
    nothing: 'There is nothing new in it.',
    already: '{n} is known already. | {n} are known already.',
    left: '{n} entry is no single word of the dictionary and is left out: | {n} entries are no single words of the dictionary and are left out:',
    mark: 'Mark {n} word as known | Mark {n} words as known',
    reading: 'Reading the list …',
    level: 'Or all words up to a level',
  },
}

export default en
