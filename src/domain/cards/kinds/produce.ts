import { otherSide } from '../../model.ts'
import { present } from '../passages.ts'
import { termPair } from '../termPair.ts'
import type { Kind } from './kind.ts'

/** To say it in the language learnt: it comes when the term can be read for certain. */
export const produce: Kind = {
  kind: 'produce',
  of: ['term'],
  direction: 'toLearnt',
  says: {
    zh: { asks: '怎么说？', name: '自己说出来' },
    en: { asks: 'How do you say it?', name: 'Say it yourself' },
  },
  hint: false,
  unlocked: (settled) => settled('read'),
  question: (note, place) => {
    if (note.kind !== 'term') return null
    const { pair, ...wording } = termPair(note, place)
    const asks = otherSide(note.learning)
    return {
      ...wording,
      task: 'recall',
      asks,
      answers: note.learning,
      question: present(pair[asks]),
      answer: present(pair[note.learning]),
    }
  },
}
