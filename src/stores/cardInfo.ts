import { type CardState } from '../domain/srs/entries.ts'
import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { noteOfCard } from '../domain/cards/cards.ts'
import { srsSettingsOf } from '../domain/learner/settings.ts'
import type { Note } from '../domain/model.ts'
import { NEW_CARD } from '../domain/srs/cardState.ts'
import { forgettingCurve, storyOf } from '../domain/srs/measure/curve.ts'
import type { CardEvent, Recall } from '../domain/srs/measure/curve.ts'
import { memoryModel } from '../domain/srs/models.ts'
import { replay } from '../domain/srs/replay.ts'
import { elapsedSince } from '../domain/srs/schedule.ts'
import { DAY_MS, studyDayOf } from '../domain/time.ts'
import { entriesOf } from '../formats/packedLog.ts'
import { readNotes } from '../storage/notes.ts'
import { readPackedLog } from '../storage/readLog.ts'
import { useDisk } from './disk.ts'
import { useMemory } from './memory.ts'
import { useSettings } from './settings.ts'

/** All there is to know of one card. */
export interface CardInfo {
  readonly id: string
  readonly note: Note | null
  readonly state: CardState
  /** Days until recall falls to 90 %, and the chance of recall now; null before the first answer. */
  readonly stability: number | null
  readonly recall: number | null
  readonly story: readonly CardEvent[]
  readonly curve: readonly Recall[]
}

/** One card: its note, its state, its whole history and its forgetting curve, from the card's own entries of the log. */
export const useCardInfo = defineStore('cardInfo', () => {
  const disk = useDisk()
  const memory = useMemory()
  const settings = useSettings()
  const info = shallowRef<CardInfo | null>(null)

  async function load(id: string): Promise<void> {
    info.value = null
    await memory.load()
    const device = await disk.open()
    const [[note = null], log] = await Promise.all([
      readNotes(device, [noteOfCard(id)]),
      readPackedLog(device),
    ])
    const past = replay(entriesOf(log, id), srsSettingsOf(settings.learner))
    const { weights, model: modelId } = past.settings
    const model = memoryModel(modelId)
    const state = past.cards.get(id) ?? NEW_CARD
    const story = storyOf(past, id)
    const answers = story.flatMap(({ answered }) => answered ?? [])
    const moment = memory.now()
    const today = studyDayOf(moment, settings.learner.rolloverHour)
    const elapsed = elapsedSince(state, moment.at, today, model.wholeDays)
    const { memory: trace } = state
    info.value = {
      id,
      note,
      state,
      stability: trace && model.intervalDays(trace, 0.9, weights),
      recall: trace && model.recall(trace, elapsed, weights),
      story,
      curve: forgettingCurve(answers, past.settings, endOfCurve(state, moment.at, today)),
    }
  }
  return { info, load }
})

/** A little beyond the day the card is due, and not before now. */
function endOfCurve({ dueDay }: CardState, now: number, today: number): number {
  const ahead = Math.max(1, (dueDay ?? today) - today)
  return now + 1.25 * ahead * DAY_MS
}
