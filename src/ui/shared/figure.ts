/**
 * A whole number as both languages write it, with a comma before every three digits. For the start path: to load the
 * browser's own formats for one number takes longer than to read the day's queue.
 */
export const figure = (count: number): string => String(count).replaceAll(/\B(?=(?:\d{3})+$)/g, ',')
