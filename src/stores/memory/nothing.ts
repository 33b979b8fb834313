import type { QueueSummary } from '../../domain/srs/queue/queue.ts'

/** Before anything is read. */
export const NOTHING: QueueSummary = {
  learning: 0,
  reviews: 0,
  fresh: 0,
  minutes: 0,
  paused: false,
  nextAt: null,
}
