import type { Component } from 'vue'
import type { QuestionFor, Task } from '../../../domain/cards/question.ts'
import Choice from './Choice.vue'
import Gap from './Gap.vue'
import Listen from './Listen.vue'
import Recall from './Recall.vue'
import Spell from './Spell.vue'
import Spot from './Spot.vue'
import Tiles from './Tiles.vue'
import Typed from './Typed.vue'

/** What draws the question of a task, before the answer is shown and afterwards. */
export const TASKS: {
  readonly [T in Task]: Component<{
    readonly question: QuestionFor<T>
    readonly revealed?: boolean
  }>
} = {
  recall: Recall,
  gap: Gap,
  choice: Choice,
  tiles: Tiles,
  typed: Typed,
  listen: Listen,
  spell: Spell,
  spot: Spot,
}
