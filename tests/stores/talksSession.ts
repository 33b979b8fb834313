import { type CardState, type Entry } from '../../src/domain/srs/entries.ts'
import { replay } from '../../src/domain/srs/replay.ts'
import { DEFAULT_SRS_SETTINGS } from '../../src/domain/srs/settings.ts'
import type { LearnerSettings } from '../../src/domain/learner/settings.ts'
import { readLog } from '../../src/storage/reviewLog.ts'
import { useDisk } from '../../src/stores/disk.ts'
import { useProblems, type Problem, type Task } from '../../src/stores/problems.ts'
import { useReview } from '../../src/stores/review.ts'
import { useSettings } from '../../src/stores/settings.ts'
import { take, talks } from '../storage/talks.ts'
import { fillDisk } from '../storage/testDisk.ts'

/** A learner of Chinese who has the talks on the disk: two words and three sentences, all of them new. */
export async function learnTheTalks(part: Partial<LearnerSettings> = {}): Promise<void> {
  await useSettings().change({ learning: 'zh', newPerDay: 20, ...part })
  await take(await useDisk().open(), talks)
}

/** Their review, begun. */
export async function reviewTheTalks(part: Partial<LearnerSettings> = {}) {
  await learnTheTalks(part)
  const review = useReview()
  await review.begin()
  return review
}

/** What the card that is up asks: the word, or the bright part of the sentence; null at the end. */
export function asked({ question }: ReturnType<typeof useReview>): string | null {
  if (question === null) return null
  return question.term?.[question.asks] ?? question.question[0]?.text ?? ''
}

export const logOnDisk = async (): Promise<readonly Entry[]> => readLog(await useDisk().open())

/** Where the cards stand according to the log on the disk. */
export async function statesOnDisk(): Promise<ReadonlyMap<string, CardState>> {
  return replay(await logOnDisk(), DEFAULT_SRS_SETTINGS).cards
}

/** What the shell says of something that is done while a store of the disk has no room; afterwards there is room again. */
export async function problemWhenFull(
  store: string,
  work: () => Promise<unknown>,
  task: Task = 'review.answer',
): Promise<Problem | null> {
  const problems = useProblems()
  const makeRoom = fillDisk(store)
  try {
    await problems.attempt(task, work)
  } finally {
    makeRoom()
  }
  return problems.problem
}
