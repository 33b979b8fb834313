/** What was done about a card, as the end of the key of the sentence that says so. */
export const DONE = {
  suspend: 'suspended',
  bury: 'buried',
  known: 'markedKnown',
  reset: 'wasReset',
  setDue: 'dueSet',
  flag: 'flagged',
} as const
