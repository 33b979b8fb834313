import { bitextOf, textFormat } from './format.ts'

/** Running text: whatever is nothing else. */
export const plainText = textFormat({
  id: 'text',
  extensions: ['txt', 'text'],
  read: (text) => ({ value: bitextOf({ kind: 'text', text }), issues: [] }),
})
