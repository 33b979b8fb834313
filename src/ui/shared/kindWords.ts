import { kindNamed } from '../../domain/cards/kinds/table.ts'
import { useSaid } from '../i18n/i18n.ts'

/** What a kind of card asks and what it is called, in the language of the interface; null for a kind nobody knows. */
export function useKindWords() {
  const said = useSaid()
  return (kind: string) => {
    const says = kindNamed(kind)?.says
    return says ? said(says) : null
  }
}
