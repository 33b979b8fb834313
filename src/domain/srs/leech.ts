/**
 * Whether the lapse that brought a card to `lapses` makes it a leech: at the threshold, and then every half threshold
 * (rounded up) again, so that a card the learner kept is offered for a rewrite now and then, not every time.
 *
 * @param threshold 0 or less turns leeches off
 */
export function isLeech(lapses: number, threshold: number): boolean {
  if (threshold <= 0 || lapses < threshold) return false
  return (lapses - threshold) % Math.ceil(threshold / 2) === 0
}
