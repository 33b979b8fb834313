import type { LayoutChoice } from '../../domain/text/layoutTypes.ts'

/**
 * A choice with what was chosen of a table before: its columns, unless they are to come in another order now, and whether it has a
 * header.
 */
export function stillChosen(before: LayoutChoice, wanted: LayoutChoice): LayoutChoice {
  const { columns, header } = before
  return {
    ...(columns === undefined || wanted.first !== undefined ? {} : { columns }),
    ...(header === undefined ? {} : { header }),
    ...wanted,
  }
}
