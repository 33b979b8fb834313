import { isHanzi } from './hanzi.ts'

/** A piece of a text that is all hanzi, or has none. */
export interface HanziRun {
  readonly text: string
  readonly isHanzi: boolean
}

/** Between two hanzi these belong to the Chinese around them. */
const JOINS = /^[，。、；：！？·《》“”‘’（）—…\s]+$/u

/** A text cut into runs with and without hanzi, in order; put together they are the text. */
export function hanziRuns(text: string): readonly HanziRun[] {
  const runs: HanziRun[] = []
  for (const character of text) {
    const hanzi = isHanzi(character.codePointAt(0) ?? 0)
    const last = runs.at(-1)
    if (last?.isHanzi === hanzi) {
      runs[runs.length - 1] = { text: last.text + character, isHanzi: hanzi }
      continue
    }
    const before = runs.at(-2)
    if (hanzi && last !== undefined && before !== undefined && JOINS.test(last.text)) {
      runs.splice(-2, 2, { text: before.text + last.text + character, isHanzi: true })
    } else runs.push({ text: character, isHanzi: hanzi })
  }
  return runs
}
