import { inject, provide, type InjectionKey } from 'vue'

/** What a task can do that is answered by ear. */
export interface Hearing {
  /** Whether a voice of the language learnt is there. */
  readonly canHear: boolean
  /** Says what the card asks. */
  say(slowly: boolean): void
}

const KEY: InjectionKey<Hearing> = Symbol('hearing')

export const provideHearing = (hearing: Hearing): void => provide(KEY, hearing)
export const useHearing = (): Hearing => inject(KEY, { canHear: false, say: () => {} })
