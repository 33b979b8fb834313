import { otherSide } from '../../model.ts'
import { holed } from '../holes.ts'
import { present } from '../passages.ts'
import { termPair } from '../termPair.ts'
import type { Kind } from './kind.ts'

/** To fill the gap: the sentence without the term, wherever it stands in it, and its translation beside it. */
export const cloze: Kind = {
  kind: 'cloze',
  of: ['term'],
  direction: 'toLearnt',
  says: {
    zh: { asks: '缺了哪个词？', name: '填空' },
    en: { asks: 'Which word is missing?', name: 'Fill the gap' },
  },
  hint: false,
  unlocked: () => true,
  question: (note, place) => {
    if (note.kind !== 'term') return null
    const { pair, ...wording } = termPair(note, place)
    const learnt = note.learning
    const whole = pair[learnt]
    const gap = whole?.lit[0] ?? null
    const answers = [note.headword, whole && gap ? whole.text.slice(gap.start, gap.end) : '']
    return {
      ...wording,
      task: 'gap',
      // The gap is filled in the language it stands in.
      asks: learnt,
      answers: learnt,
      question: present(
        holed(whole && { ...whole, lit: [], gap }, answers),
        holed(pair[otherSide(learnt)], answers),
      ),
      answer: present(whole),
    }
  },
}
