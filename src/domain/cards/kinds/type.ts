import { otherSide } from '../../model.ts'
import { present } from '../passages.ts'
import { termPair } from '../termPair.ts'
import { holed } from '../holes.ts'
import type { Kind } from './kind.ts'

/**
 * To know how it is said and written: pinyin of the hanzi, and for who learns English, where spelling follows from no
 * reading, the word from its sound and meaning. It comes when the term can be read for certain.
 */
export const type: Kind = {
  kind: 'type',
  of: ['term'],
  direction: 'toLearnt',
  says: {
    zh: { asks: '输入读音或单词', name: '输入读音' },
    en: { asks: 'Type how it is said', name: 'Type the reading' },
  },
  hint: false,
  unlocked: (_settled, firm) => firm('read'),
  question: (note, place) => {
    if (note.kind !== 'term') return null
    const { pair, ...wording } = termPair(note, place)
    const learnt = note.learning
    const known = otherSide(learnt)
    const types = learnt === 'zh' && wording.reading !== '' ? 'reading' : 'word'
    const shown = types === 'reading' ? pair[learnt] : holed(pair[known], [note.headword])
    return {
      ...wording,
      task: 'spell',
      types,
      asks: types === 'reading' ? learnt : known,
      answers: types === 'reading' ? known : learnt,
      question: present(shown),
      answer: types === 'reading' ? present(pair[known]) : present(pair[learnt]),
    }
  },
}
