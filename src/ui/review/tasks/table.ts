import type { Component } from 'vue'
import type { QuestionFor, Task } from '../../../domain/cards/question.ts'
import Gap from './Gap.vue'
import Recall from './Recall.vue'

/** What draws the question of a task. */
export const TASKS: { readonly [T in Task]: Component<{ readonly question: QuestionFor<T> }> } = {
  recall: Recall,
  gap: Gap,
}
