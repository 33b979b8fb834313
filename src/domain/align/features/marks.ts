import { part } from '../../tasks.ts'
import { clamp, type FeatureGroup, type Sight } from './features.ts'
import { marksEn, marksOf, marksZh, type Marks } from '../marks.ts'

/** Whether a quotation is open at each boundary; every mark may correct a missing one before it. */
export function quoteStates(marks: readonly Marks[]): Uint8Array {
  const states = new Uint8Array(marks.length + 1)
  marks.forEach(({ opens, closes, startsQuote, endsQuote }, i) => {
    let open = clamp(states[i]! + opens - closes, 1) > 0
    if (startsQuote && opens > closes) open = true
    if (endsQuote && closes >= opens) open = false
    states[i + 1] = open ? 1 : 0
  })
  return states
}

/** Whether questions, exclamations, quotations, pauses and numbers agree. */
export function* markFeatures({ texts }: Sight): Generator<number, FeatureGroup> {
  const zhMarks = yield* part(0, 0.5, marksOf(texts.zh, marksZh))
  const enMarks = yield* part(0.5, 1, marksOf(texts.en, marksEn))
  const zhOpen = quoteStates(zhMarks)
  const enOpen = quoteStates(enMarks)
  return {
    names: [
      'question marks differ',
      'exclamation marks differ',
      'one side quotes',
      'one side pauses',
      'one side ends asking',
      'one side ends exclaiming',
      'both start a quotation',
      'one starts a quotation',
      'both end a quotation',
      'one ends a quotation',
      'quotation state agrees',
      'quotation goes on in zh only',
      'quotation goes on in en only',
      'numbers agree',
    ],
    fill({ zh, zhTo, en, enTo }, out, at) {
      if (zh === zhTo || en === enTo) return
      const first = { zh: zhMarks[zh]!, en: enMarks[en]! }
      const last = { zh: zhMarks[zhTo - 1]!, en: enMarks[enTo - 1]! }
      const a = total(zhMarks, zh, zhTo)
      const b = total(enMarks, en, enTo)
      out[at] = Math.min(3, Math.abs(a.questions - b.questions))
      out[at + 1] = Math.min(3, Math.abs(a.exclamations - b.exclamations))
      out[at + 2] = flag(a.quotes !== b.quotes)
      out[at + 3] = flag(a.pauses !== b.pauses)
      out[at + 4] = flag(last.zh.asks !== last.en.asks)
      out[at + 5] = flag(last.zh.exclaims !== last.en.exclaims)
      out[at + 6] = flag(first.zh.startsQuote && first.en.startsQuote)
      out[at + 7] = flag(first.zh.startsQuote !== first.en.startsQuote)
      out[at + 8] = flag(last.zh.endsQuote && last.en.endsQuote)
      out[at + 9] = flag(last.zh.endsQuote !== last.en.endsQuote)
      out[at + 10] = flag(zhOpen[zhTo] === enOpen[enTo])
      out[at + 11] = flag(zhOpen[zhTo]! > enOpen[enTo]!)
      out[at + 12] = flag(zhOpen[zhTo]! < enOpen[enTo]!)
      let agree = 0
      for (let i = zh; i < zhTo; i++)
        for (const number of zhMarks[i]!.numbers) {
          let found = false
          for (let j = en; j < enTo; j++) found ||= enMarks[j]!.numbers.includes(number)
          agree += found ? 1 : -1
        }
      out[at + 13] = clamp(agree, 3)
    },
  }
}

function total(marks: readonly Marks[], from: number, to: number) {
  let questions = 0
  let exclamations = 0
  let quotes = false
  let pauses = false
  for (let k = from; k < to; k++) {
    questions += marks[k]!.questions
    exclamations += marks[k]!.exclamations
    quotes ||= marks[k]!.opens > 0
    pauses ||= marks[k]!.pauses
  }
  return { questions, exclamations, quotes, pauses }
}

const flag = (condition: boolean) => (condition ? 1 : 0)
