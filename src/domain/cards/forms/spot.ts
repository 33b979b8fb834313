import { differentDays, missingNumbers } from '../../doubts/numbers.ts'
import { doubtName } from '../../doubts/settled.ts'
import type { Bead, TextRange } from '../../model.ts'
import type { Place } from '../../notes/places.ts'
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
    const beads = here === null ? [] : beadsAt(place.article, note.learning, here)
    const sure = beads.length > 0 && beads.every(({ confidence }) => confidence >= SURE)
    const [asked] = plain.question
    const [other] = plain.answer
    if (!sure || asked === undefined || other === undefined) return null
    const [zh, en] = asked.side === 'zh' ? [asked.text, other.text] : [other.text, asked.text]
    const places = Array.from(en.matchAll(PLACE), ({ index, 0: { length } }): TextRange => ({
      start: index,
      end: index + length,
    }))
    const days = differentDays(zh, en)
    const doubts = [...missingNumbers(zh, en).map((number) => [number]), ...(days ? [days] : [])]
    if (doubts.some((found) => isSettled(found, beads, place))) return null
    const missing = doubts.flatMap(([found]) => found ?? [])
    const wrong = places.findIndex(({ start, end }) => missing.includes(en.slice(start, end)))
    // What is right is asked now and then only; a doubt is asked whenever there is one.
    if (places.length === 0 || missing.length > 1 || (wrong < 0 && seed % 3 !== 0)) return null
    if (missing.length === 1 && wrong < 0) return null
    // A figure may stand in any clause.
    const question = [{ ...asked, focus: null }]
    return { ...plain, question, task: 'spot', term: null, places, wrong: wrong < 0 ? null : wrong }
  },
}

/** Whether the learner called a doubt about one of these beads fine. */
function isSettled(found: readonly string[], beads: readonly Bead[], place: Place): boolean {
  const { article, texts } = place
  const { segments, beads: all, settledDoubts } = article
  return beads.some((bead) => {
    const doubt = {
      code: 'numbersDiffer',
      bead: all.indexOf(bead),
      zh: null,
      en: null,
      found,
    } as const
    return settledDoubts.includes(doubtName(doubt, { texts, segments, beads: all }))
  })
}
