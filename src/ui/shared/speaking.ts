import { inject, provide, type InjectionKey } from 'vue'
import type { LearnerSettings } from '../../domain/learner/settings.ts'

/** How texts are read aloud; reactive. */
export type Speaking = () => Pick<LearnerSettings, 'voices' | 'speechRate'>

const KEY: InjectionKey<Speaking> = Symbol('speaking')

/** Provides what the learner chose. */
export const provideSpeaking = (speaking: Speaking): void => provide(KEY, speaking)
export const useSpeaking = (): Speaking =>
  inject(KEY, () => () => ({ voices: [], speechRate: 1 }), true)
