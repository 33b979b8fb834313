import type { Rating } from '../../model.ts'

/**
 * What is to be thought of an answer that was chosen, laid or typed: right · near: a slip of one tone, or of one letter ·
 * wrong. It proposes; the learner decides.
 */
export type Verdict = 'right' | 'near' | 'wrong'

/** The rating a verdict proposes: what is near counts as forgotten, unless the learner calls it a slip. */
export const proposedBy = (verdict: Verdict): Rating => (verdict === 'right' ? 'good' : 'again')
