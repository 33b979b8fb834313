export interface ZhToken {
  /** UTF-16 units into the text, end exclusive. */
  readonly start: number
  readonly end: number
  readonly text: string
  readonly kind: 'word' | 'name' | 'number' | 'latin' | 'punctuation' | 'space'
}
