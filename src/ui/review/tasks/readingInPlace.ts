import { inject, provide, type InjectionKey, type Ref } from 'vue'
import type { Question, QuestionFor } from '../../../domain/cards/question.ts'

/** A question that shows the word learnt, above which its reading has a line of its own: empty until it is shown. */
type SaidInPlace = QuestionFor<'recall' | 'choice' | 'listen'>

export const isSaidInPlace = (question: Question): question is SaidInPlace & Question =>
  ['recall', 'choice', 'listen'].includes(question.task) &&
  question.term !== null &&
  question.asks === question.learning &&
  question.reading !== ''

const KEY: InjectionKey<Readonly<Ref<boolean>>> = Symbol('readingShown')

/** @param shown whether the line is filled */
export const provideReadingShown = (shown: Readonly<Ref<boolean>>): void => provide(KEY, shown)
export const useReadingShown = (): Readonly<Ref<boolean>> | null => inject(KEY, null)
