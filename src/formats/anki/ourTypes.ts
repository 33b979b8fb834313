import { type Side, SIDES } from '../../domain/model.ts'
import { typeOf } from '../write/anki/noteTypes.ts'

/** The note types that we write, by their numbers: which language they teach, and the kind of each of their cards. */
export const ourTypes: ReadonlyMap<
  string,
  { readonly learning: Side; readonly kinds: readonly string[] }
> = new Map(
  SIDES.flatMap((learning) =>
    (['term', 'sentence'] as const).map((kind) => {
      const { id, templates } = typeOf({ learning, kind })
      return [String(id), { learning, kinds: templates.map((template) => template.kind) }] as const
    }),
  ),
)
