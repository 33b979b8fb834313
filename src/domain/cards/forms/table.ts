import { choice } from './choice.ts'
import type { Form } from './form.ts'
import { spot } from './spot.ts'
import { tiles } from './tiles.ts'
import { typed } from './typed.ts'

/** The forms there are; the first that suits a card is asked, and where none does the card asks as its kind has it. */
export const FORMS: readonly Form[] = [choice, spot, tiles, typed]

/** The form of this name; null for what is none. */
export const formNamed = (name: string): Form | null =>
  FORMS.find(({ form }) => form === name) ?? null
