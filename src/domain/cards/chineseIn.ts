import type { Question } from './question.ts'

/** Everything Chinese that a card shows and its article is called, joined: enough to tell the script it is written in. */
export function chineseIn({ article, term, question, answer }: Question): string {
  const passages = [...question, ...answer].filter(({ side }) => side === 'zh')
  return [article?.title.zh, ...passages.map(({ text }) => text), term?.zh].join('')
}
