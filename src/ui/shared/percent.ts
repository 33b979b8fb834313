/** A share as whole percent, the way the language of the interface writes it. */
export const PERCENT = { style: 'percent', maximumFractionDigits: 0 } as const
