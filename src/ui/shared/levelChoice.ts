import type { LearnerSettings } from '../../domain/learner/settings.ts'
import { CEFR } from '../../domain/model.ts'

/** The level of the language that is learnt, as a field gives and takes it: `4`, `B1`; empty for none. */
type Levelled = Pick<LearnerSettings, 'learning' | 'hsk' | 'cefr'>

const HSK = [1, 2, 3, 4, 5, 6, 7] as const

/** What can be chosen, the easiest first, each with what it is called. */
export function levelsToChoose(
  { learning }: Levelled,
  t: (key: 'level.hsk', named: { n: string }) => string,
): readonly { readonly value: string; readonly name: string }[] {
  if (learning === 'en') return CEFR.map((level) => ({ value: level, name: level }))
  return HSK.map((level) => ({
    value: String(level),
    name: t('level.hsk', { n: level === 7 ? '7–9' : String(level) }),
  }))
}

export const chosenLevel = ({ learning, hsk, cefr }: Levelled): string =>
  learning === 'zh' ? String(hsk ?? '') : (cefr ?? '')

/** The settings a choice changes. */
export function levelOfChoice({ learning }: Levelled, value: string): Partial<LearnerSettings> {
  if (learning === 'zh') return { hsk: value === '' ? null : Number(value) }
  return { cefr: CEFR.find((level) => level === value) ?? null }
}
