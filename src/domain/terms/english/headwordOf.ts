import type { Side, Term } from '../../model.ts'

/** What a term is learnt as: the words of the language learnt, of English in the form a dictionary has. */
export function headwordOf(term: Pick<Term, 'zh' | 'en' | 'headword'>, learning: Side): string {
  return (learning === 'en' ? (term.headword ?? term.en) : term.zh).trim()
}
