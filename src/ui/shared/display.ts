import { inject, provide, type InjectionKey } from 'vue'
import type { LearnerSettings } from '../../domain/learner/settings.ts'

/**
 * How Chinese is drawn, wherever it is drawn: in which script, with which readings. Everything in it is reactive. The
 * shell provides it; a component on its own shows texts as they are, with pinyin.
 */
export interface Display extends Readonly<
  Pick<LearnerSettings, 'pinyin' | 'readings' | 'toneColours' | 'spokenTones' | 'script'>
> {
  /** A Chinese text as it is to be shown: as given until the language thread has converted it. */
  shown(text: string): string
}

const AS_GIVEN: Display = {
  pinyin: 'tap',
  readings: 'pinyin',
  toneColours: false,
  spokenTones: false,
  script: 'given',
  shown: (text) => text,
}

const KEY: InjectionKey<Display> = Symbol('display')

export const provideDisplay = (display: Display): void => provide(KEY, display)

/** Provides what the learner chose. */
export function followLearner(learner: () => LearnerSettings, shown: Display['shown']): void {
  provideDisplay({
    get pinyin() {
      return learner().pinyin
    },
    get readings() {
      return learner().readings
    },
    get toneColours() {
      return learner().toneColours
    },
    get spokenTones() {
      return learner().spokenTones
    },
    get script() {
      return learner().script
    },
    shown,
  })
}
export const useDisplay = (): Display => inject(KEY, AS_GIVEN)

/** What the learner wrote for a headword in place of this reading; null when they wrote nothing. */
export type OwnReading = (headword: string, reading: string) => string | null

const OWN: InjectionKey<OwnReading> = Symbol('ownReading')

/** For the screens that show words of texts: what the learner wrote over a reading wins below them. */
export const provideOwnReadings = (own: OwnReading): void => provide(OWN, own)
export const useOwnReading = (): OwnReading => inject(OWN, () => () => null, true)
