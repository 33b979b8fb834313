import type { Kind } from '../../../../src/domain/cards/kinds/kind.ts'

/** A kind of card as somebody might add it: it asks how long a word is, once the word can be read. */
export const toyKind: Kind = {
  kind: 'toy',
  of: ['term'],
  direction: 'toLearnt',
  says: {
    zh: { asks: '这个词有几个字？', name: '数字数' },
    en: { asks: 'How many letters has it?', name: 'Count the letters' },
  },
  hint: false,
  unlocked: (settled) => settled('read'),
  question: (note) => {
    if (note.kind !== 'term') return null
    const { learning: side, headword } = note
    const passage = { side, text: headword, lit: [], focus: null, gap: null }
    return {
      task: 'recall',
      asks: side,
      answers: side,
      term: { zh: `${headword.length}`, en: `${headword.length}` },
      reading: '',
      isOwnReading: false,
      gloss: [],
      question: [passage],
      answer: [],
    }
  },
}
