import { inject, provide, type InjectionKey } from 'vue'
import type { LearnerSettings } from '../../domain/learner.ts'

/**
 * How Chinese is drawn, wherever it is drawn: in which script, with which readings. Everything in it is reactive. The
 * shell provides it; a component on its own shows texts as they are, with pinyin.
 */
export interface Display extends Readonly<
  Pick<LearnerSettings, 'readings' | 'toneColours' | 'script'>
> {
  /** A Chinese text as it is to be shown: as given until the language thread has converted it. */
  shown(text: string): string
  /** The reading the learner wrote over a headword; null when they wrote none. */
  ownReading(headword: string): string | null
}

const AS_GIVEN: Display = {
  readings: 'pinyin',
  toneColours: false,
  script: 'given',
  shown: (text) => text,
  ownReading: () => null,
}

const KEY: InjectionKey<Display> = Symbol('display')

export const provideDisplay = (display: Display): void => provide(KEY, display)
export const useDisplay = (): Display => inject(KEY, AS_GIVEN)
