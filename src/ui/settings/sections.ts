import type { LearnerSettings } from '../../domain/learner/settings.ts'
import type { Side } from '../../domain/model.ts'

/** Sections of the settings by group; what belongs to the language learnt stands before what the other one takes. */
const GROUPS = {
  zh: [
    ['learning', 'daily', 'answers', 'memory'],
    ['chinese', 'speech', 'reminders'],
    ['data'],
    ['look', 'about'],
  ],
  en: [
    ['learning', 'daily', 'answers', 'memory'],
    ['english', 'speech', 'reminders', 'chinese'],
    ['data'],
    ['look', 'about'],
  ],
} as const

export type SectionId = (typeof GROUPS)[Side][number][number]

export const groupsFor = ({
  learning,
}: Pick<LearnerSettings, 'learning'>): readonly (readonly SectionId[])[] => GROUPS[learning]

/** The section of an address; null for the list. */
export function sectionNamed(
  name: string,
  learner: Pick<LearnerSettings, 'learning'>,
): SectionId | null {
  return (
    groupsFor(learner)
      .flat()
      .find((id) => id === name) ?? null
  )
}
