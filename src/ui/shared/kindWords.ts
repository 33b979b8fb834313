import { useI18n } from 'vue-i18n'
import { kindNamed } from '../../domain/cards/kinds/table.ts'

/** What a kind of card asks and what it is called, in the language of the interface; null for a kind nobody knows. */
export function useKindWords() {
  const { locale } = useI18n()
  return (kind: string) => kindNamed(kind)?.says[locale.value === 'zh' ? 'zh' : 'en'] ?? null
}
