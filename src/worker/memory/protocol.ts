import type { CardFacts, Statistics } from '../../domain/srs/measure/measure.ts'
import type { Optimised } from '../../domain/srs/fit/optimise.ts'
import type { SrsSettings } from '../../domain/srs/settings.ts'
import type { Workload } from '../../domain/srs/simulate.ts'
import type { PackedLog } from '../../formats/packedLog.ts'

/** The moment in ms and its study day. */
export interface Now {
  readonly at: number
  readonly day: number
}

/** What to simulate. */
export interface Plan {
  /** Study day to begin on. */
  readonly today: number
  readonly retentions: readonly number[]
  /** Cards not introduced yet. */
  readonly newCards: number
  readonly days: number
  /** Of more cards than this a random part is simulated. */
  readonly mostCards: number
}

/**
 * What the page asks of the memory thread. The thread touches no disk: the page reads the log and transfers it, packed.
 * The log is the truth; settings are the learner's, as they are before the log's own weights.
 *
 * Whatever takes long is a job with a number, reports its progress (0 … 1) and rejects with AbortError once cancelled.
 */
export interface MemoryThread {
  optimise(
    job: number,
    log: PackedLog,
    settings: SrsSettings,
    onProgress: (progress: number) => void,
  ): Promise<Optimised>
  statistics(
    job: number,
    log: PackedLog,
    settings: SrsSettings,
    cards: readonly CardFacts[],
    now: Now,
  ): Promise<Statistics>
  simulate(
    job: number,
    log: PackedLog,
    settings: SrsSettings,
    plan: Plan,
    onProgress: (progress: number) => void,
  ): Promise<readonly Workload[]>
  cancel(job: number): Promise<void>
}
