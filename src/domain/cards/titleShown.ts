import type { Sides } from '../model.ts'
import type { Question } from './question.ts'

/** The title to show over a card; null while it would print what the card asks for. */
export function titleShown(question: Question, revealed: boolean): Sides<string> | null {
  const { article, term, learning, answers, task } = question
  if (article === null || revealed || term === null) return article?.title ?? null
  const isAsked = answers === learning || task === 'listen'
  const word = term[learning].toLowerCase()
  const isPrinted = word !== '' && article.title[learning].toLowerCase().includes(word)
  return isAsked && isPrinted ? null : article.title
}
