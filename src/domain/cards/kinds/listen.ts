import { read } from './read.ts'
import type { Kind } from './kind.ts'

/** To understand it by ear: it comes when it can be read for certain. */
export const listen: Kind = {
  kind: 'listen',
  of: ['term', 'sentence'],
  direction: 'fromLearnt',
  says: {
    zh: { asks: '听一听，是什么意思？', name: '听力理解' },
    en: { asks: 'Listen. What does it mean?', name: 'Listen and understand' },
  },
  hint: false,
  unlocked: (_settled, firm) => firm('read'),
  question: (note, place) => {
    const body = read.question(note, place)
    return body?.task === 'recall' ? { ...body, task: 'listen' } : null
  },
}
