import type { Import } from '../../../src/domain/article/writeArticle.ts'
import { articleIdOf } from '../../../src/domain/article/articleRow.ts'
import type { ShownArticle } from '../../../src/domain/article/showArticle.ts'
import { childRevision, type SharedRevision } from '../../../src/domain/article/sharedRevision.ts'
import type { ArticleChange } from '../../../src/domain/article/writeArticle.ts'
import { diffTexts } from '../../../src/domain/text/diff.ts'
import type { Bead, Side, Sides, Term } from '../../../src/domain/model.ts'

/** Small bitexts to import and edit. Every sentence is told apart from every other. */

export const DECK = 'deck-rivers'
export const PLAIN = articleIdOf('same')

const WORDS = '我们在河边等了三天水没有退船也来不了他说明天会晴'
const ROWS = 5

export type Pair = readonly [zh: string, en: string]

/** Sentences of one of three variants, which differ in the fourth. */
export const pairsOf = (variant: number): readonly Pair[] =>
  Array.from({ length: ROWS }, (_, i): Pair => {
    const isOwn = i === 3
    return [
      `${WORDS.slice(i * 3, i * 3 + 6)}${isOwn ? '甲乙丙'[variant] : ''}。`,
      `Line ${i}${isOwn ? ` rev ${variant}` : ''} of it.`,
    ]
  })

const lineUp = (texts: readonly string[], gap: number) => {
  let at = 0
  return texts.map((text, i) => {
    const start = at
    at += text.length
    return { start, end: at - gap, paragraph: i >> 1 }
  })
}

const oneToOne = (count: number): readonly Bead[] =>
  Array.from({ length: count }, (_, i) => ({
    zh: { from: i, to: i + 1 },
    en: { from: i, to: i + 1 },
    confidence: 0.9,
  }))

/** Two neighbouring beads as one, confirmed. */
export function joined(beads: readonly Bead[], at: number): readonly Bead[] {
  const [one, two] = [beads[at], beads[at + 1]]
  if (one === undefined || two === undefined) return beads
  const bead: Bead = {
    zh: { from: one.zh.from, to: two.zh.to },
    en: { from: one.en.from, to: two.en.to },
    confidence: 1,
  }
  return [...beads.slice(0, at), bead, ...beads.slice(at + 2)]
}

const riverTerm = (texts: Sides<string>): Term => {
  const [zh, en] = [texts.zh.indexOf('河边'), texts.en.indexOf('Line 0')]
  return {
    zh: '河边',
    en: 'Line',
    reading: 'he2 bian1',
    gloss: ['riverside'],
    kind: 'word',
    level: { hsk2025: 3 },
    score: 1,
    occurrences: [{ zh: { start: zh, end: zh + 2 }, en: { start: en, end: en + 4 } }],
  }
}

/** A bitext as an import: of a deck revision 1 … 3, of plain text three layouts that count as one content. */
export function importOf(id: string, variant: number, addedAt: number): Import {
  const isDeck = id === DECK
  const pairs = pairsOf(isDeck ? variant : variant % 2)
  const parts = { zh: pairs.map(([zh]) => zh), en: pairs.map(([, en]) => `${en} `) }
  const texts = { zh: parts.zh.join(''), en: parts.en.join('') }
  const beads = oneToOne(ROWS)
  return {
    id,
    contentHash: isDeck ? `deck${variant}` : 'same',
    title: { zh: '河', en: `River ${variant}` },
    provenance: { source: '', author: '', translator: '', date: '', licence: '' },
    addedAt,
    texts,
    segments: { zh: lineUp(parts.zh, 0), en: lineUp(parts.en, 1) },
    beads: variant === 2 && !isDeck ? joined(beads, 0) : beads,
    terms: [riverTerm(texts)],
    ...(isDeck ? { deckRevision: variant + 1 } : {}),
  }
}

/** What typing over a sentence makes of the shown article. */
export function typed(
  { article, texts, tree }: ShownArticle,
  side: Side,
  index: number,
  change: (sentence: string) => string,
): { readonly change: ArticleChange; readonly revision: SharedRevision } {
  const segments = article.segments[side]
  const { start, end } = segments[index]!
  const before = texts[side].slice(start, end)
  const after = change(before)
  const edits = diffTexts(before, after).map((edit) => ({ ...edit, at: edit.at + start }))
  const revision = childRevision(tree.revisionOf(article.revision[side])!, edits)
  const shift = after.length - before.length
  const moved = segments.map((one, i) => ({
    ...one,
    start: i > index ? one.start + shift : one.start,
    end: i >= index ? one.end + shift : one.end,
  }))
  return {
    change: {
      revision: { ...article.revision, [side]: revision.id },
      segments: { ...article.segments, [side]: moved },
      beads: article.beads,
    },
    revision,
  }
}
