import { inject, provide, type InjectionKey } from 'vue'
import type { Side } from '../../domain/model.ts'
import type { Word } from '../../domain/words/words.ts'

/** What becomes of a tap on a word of a text, for the texts of a screen whose words can be tapped. All of it is reactive. */
export interface Tapping {
  /** Empty for a text whose words cannot be tapped now, or are not known yet. */
  wordsOf(text: string, side: Side): readonly Word[]
  tap(text: string, side: Side, at: number): void
  /** Where in the text the word begins that a sheet explains; null when it explains none of it. */
  tappedIn(text: string, side: Side): number | null
}

const NOTHING: Tapping = { wordsOf: () => [], tap: () => undefined, tappedIn: () => null }
const KEY: InjectionKey<Tapping> = Symbol('tapping')

export const provideTapping = (tapping: Tapping): void => provide(KEY, tapping)
export const useTapping = (): Tapping => inject(KEY, NOTHING)

const TAPPABLE: ReadonlySet<Word['kind']> = new Set(['word', 'name', 'latin'])
/** Whether there is something to say of a word. */
export const isTappable = ({ kind }: Word): boolean => TAPPABLE.has(kind)
