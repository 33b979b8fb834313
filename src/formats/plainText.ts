import { bitextOf, textFormat } from './format.ts'

/** Running text: whatever is nothing else. */
export const plainText = textFormat({
  id: 'text',
  extensions: ['txt', 'text'],
  mediaTypes: ['text/plain'],
  read: (text) => ({ value: bitextOf({ kind: 'text', text }), issues: [] }),
})
