export interface ZhToken {
  /** UTF-16 units into the text, end exclusive. */
  readonly start: number
  readonly end: number
  /** As it is compared, see `foldZh`. */
  readonly text: string
  readonly kind: 'word' | 'name' | 'number' | 'latin' | 'punctuation' | 'space'
}
