/** CC-CEDICT's mark for a syllable nobody knows. It keeps its place in data, and is never shown. */
export const UNKNOWN = 'xx5'
