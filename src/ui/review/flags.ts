/** Names of the flags, by number; 0 is none. As in Anki, so that they survive the way there and back. */
export const FLAGS = [
  'none',
  'red',
  'orange',
  'green',
  'blue',
  'pink',
  'turquoise',
  'purple',
] as const
