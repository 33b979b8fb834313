import { differentDays, missingNumbers } from '../../doubts/numbers.ts'
import type { TextRange } from '../../model.ts'
import { beadsAt } from '../../bitext/bitext.ts'
import type { Form } from './form.ts'

/** Beads that are less certain than this may not be translations of each other at all. */
const SURE = 0.9

/** Figures of two and more, and days of the week: what can be compared for certain. */
const PLACE =
  /(?<![\p{L}\d.,-])\d{2,}(?:,\d{3})*(?:\.\d+)?(?![\p{L}\d-])|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b/gu

/**
 * To find what the translation has wrong: of a sentence that is read for certain and whose English holds numbers or days.
 * One that is not in the Chinese is the doubt; mostly there is none, and "all is right" is the answer.
 */
export const spot: Form = {
  form: 'spot',
  of: 'read',
  stages: ['grown'],
  says: {
    zh: { asks: '译文的数字和日期对吗？', name: '找错' },
    en: { asks: 'Are the numbers and days right?', name: 'Spot the error' },
  },
  ask: (plain, note, place, { seed }) => {
    if (note.kind !== 'sentence' || plain.task !== 'recall' || place === null) return null
    const here = place[note.learning]
    const sure =
      here !== null &&
      beadsAt(place.article, note.learning, here).every(({ confidence }) => confidence >= SURE)
    const [asked] = plain.question
    const [other] = plain.answer
    if (!sure || asked === undefined || other === undefined) return null
    const [zh, en] = asked.side === 'zh' ? [asked.text, other.text] : [other.text, asked.text]
    const places = Array.from(en.matchAll(PLACE), ({ index, 0: { length } }): TextRange => ({
      start: index,
      end: index + length,
    }))
    const missing = [...missingNumbers(zh, en), ...(differentDays(zh, en)?.slice(0, 1) ?? [])]
    const wrong = places.findIndex(({ start, end }) => missing.includes(en.slice(start, end)))
    // What is right is asked now and then only; a doubt is asked whenever there is one.
    if (places.length === 0 || missing.length > 1 || (wrong < 0 && seed % 3 !== 0)) return null
    if (missing.length === 1 && wrong < 0) return null
    return { ...plain, task: 'spot', term: null, places, wrong: wrong < 0 ? null : wrong }
  },
}
