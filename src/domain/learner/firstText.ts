import { cefrRank } from '../dictionary/levels.ts'
import type { Side } from '../model.ts'
import type { ShelfReader } from './shelf.ts'

/** The texts a first run begins with, by level. They come with the app: its first cards are there without a network. */
const FIRST_TEXTS = {
  zh: [
    'i-get-up-at-night.json',
    'saturday-market.json',
    'night-train.json',
    'noodle-shop.json',
    'bicycle-returns.json',
    'moon-lights-a-lamp.json',
    'jeddah-talks.json',
  ],
  en: [
    'i-get-up-at-night.json',
    'saturday-market.json',
    'night-train.json',
    'bicycle-returns.json',
    'jeddah-talks.json',
  ],
} as const satisfies Record<Side, readonly string[]>

/** Every file of them, once. */
export const FIRST_FILES: readonly string[] = FIRST_TEXTS.zh

/** The file of the text a learner begins with: of their level, and of the first while nobody has asked. */
export function firstText({ learning, hsk, cefr }: ShelfReader): string {
  const place = learning === 'zh' ? (hsk ?? 1) - 1 : cefr === null ? 0 : cefrRank(cefr)
  const texts = FIRST_TEXTS[learning]
  return texts[Math.min(place, texts.length - 1)] ?? texts[0]
}
