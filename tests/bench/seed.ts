/**
 * A learner of some years, for benchmarks and browser tests: articles, notes, cards and a log with an image, written by
 * the app's own code. The same for the same options; nobody's text.
 */
import { type Answer, type Entry } from '../../src/domain/srs/entries.ts'
import type { Article, Segment, Sides, Term } from '../../src/domain/model.ts'
import { contentHash } from '../../src/domain/text/normalize.ts'
import { cardsOf } from '../../src/domain/cards/cards.ts'
import { offersOf } from '../offers.ts'
import { seededRandom } from '../../src/domain/random.ts'
import { DEFAULT_SRS_SETTINGS } from '../../src/domain/srs/settings.ts'
import { DAY_MS, studyDay } from '../../src/domain/time.ts'
import { rememberAttempt } from '../../src/storage/attempts.ts'
import type { Disk } from '../../src/storage/database.ts'
import { rootsOf } from '../../src/domain/article/sharedRevision.ts'
import { commitImport } from '../../src/storage/importing.ts'
import { importOf } from '../make.ts'
import { saveImage } from '../../src/storage/derived/make/memoryImage.ts'
import { loadState } from '../../src/storage/derived/memoryImage.ts'
import { takeEntries } from '../../src/storage/reviewLog.ts'
import { changeLearner } from '../../src/storage/settings.ts'

export interface SeedOptions {
  /** Each brings 40 sentence cards and 360 of terms, unless it has other sentences. */
  readonly articles?: number
  /** Of each article; every one brings a note, and three of terms. */
  readonly sentences?: number
  readonly reviews?: number
  /** Cards that were never answered. */
  readonly newCards?: number
  /** The cards are due on days from two days ago to this many days ahead, evenly; 0: all of them now. */
  readonly dueWithinDays?: number
  readonly now?: number
}

/** What was written. */
export interface Seeded {
  readonly articles: number
  readonly cards: number
  readonly reviews: number
}

/** So many kinds that 50 articles bring 20,000 cards, whatever kinds there are. */
const OF_TERMS = ['read', 'cloze', 'produce']
const OF_SENTENCES = ['read']
const SENTENCES = 40
const TERMS_PER_SENTENCE = 3
const UTC_OFFSET = 480
const ROLLOVER = 4
const INTERVALS = [1, 3, 8, 20, 45, 90]
/** Days after the i-th answer of a card. */
const intervalAfter = (i: number): number => INTERVALS[Math.min(i, INTERVALS.length - 1)]!
const LETTERS =
  '天地人日月山水火木金土风云雨雪春夏秋冬东南西北上下左右大小多少高低长短新旧远近' +
  '红黄白黑花草树鸟鱼马牛羊门窗桌书笔纸车船路桥城村家国心手口目耳足身衣食住行学问'

/** The n-th word, all different. */
function wordZh(n: number): string {
  const many = LETTERS.length
  // Of three, where those of two are used up.
  const more = n < many ** 2 ? '' : LETTERS[Math.floor(n / many ** 2)]!
  return more + LETTERS[Math.floor(n / many) % many]! + LETTERS[n % many]!
}

/** The n-th word of a language that looks like English. */
function wordEn(n: number): string {
  const syllables = [
    'ba',
    'cor',
    'den',
    'fil',
    'gra',
    'hom',
    'jen',
    'kal',
    'lo',
    'mir',
    'nat',
    'pos',
  ]
  let word = ''
  for (let rest = n + 12; rest > 0; rest = Math.floor(rest / 12)) word += syllables[rest % 12]
  return word
}

/** Joins parts, telling where each of them stands. */
function write(parts: readonly string[], at: number) {
  const ranges: { start: number; end: number }[] = []
  let text = ''
  for (const part of parts) {
    ranges.push({ start: at + text.length, end: at + text.length + part.length })
    text += part
  }
  return { text, ranges }
}

/** The n-th article: every sentence has three terms, no two articles share one. */
function articleAt(
  n: number,
  addedAt: number,
  sentences: number,
): { article: Article; texts: Sides<string> } {
  const texts = { zh: '', en: '' }
  const segments: Sides<Segment[]> = { zh: [], en: [] }
  const terms: Term[] = []
  for (let i = 0; i < sentences; i++) {
    const first = (n * sentences + i) * TERMS_PER_SENTENCE
    const [a, b, c] = [first, first + 1, first + 2]
    const zh = write([wordZh(a), '和', wordZh(b), '都比', wordZh(c), '重要得多。'], texts.zh.length)
    const en = write(
      ['The ', wordEn(a), ' and the ', wordEn(b), ' matter far more than the ', wordEn(c), '. '],
      texts.en.length,
    )
    for (const [k, word] of [a, b, c].entries())
      terms.push({
        zh: wordZh(word),
        en: wordEn(word),
        reading: 'ma1 ma2',
        gloss: [wordEn(word)],
        kind: 'word',
        level: { hsk2021: (word % 7) + 1 },
        score: 1,
        occurrences: [{ zh: zh.ranges[2 * k]!, en: en.ranges[2 * k + 1]! }],
      })
    for (const [side, { text }] of [['zh', zh] as const, ['en', en] as const]) {
      const start = texts[side].length
      texts[side] += text
      segments[side].push({ start, end: start + text.trimEnd().length, paragraph: i >> 2 })
    }
  }
  const id = `seed-${String(n).padStart(4, '0')}`
  const roots = rootsOf(id, texts)
  const article: Article = {
    id,
    title: { zh: `第${n + 1}篇`, en: `Article ${n + 1}` },
    addedAt,
    provenance: { source: '', author: '', translator: '', date: '', licence: '' },
    archived: false,
    contentHashes: [contentHash(texts)],
    settledDoubts: [],
    revision: { zh: roots.zh.id, en: roots.en.id },
    segments,
    beads: segments.zh.map((_segment, i) => {
      const span = { from: i, to: i + 1 }
      return { zh: span, en: span, confidence: 0.98 }
    }),
    terms,
  }
  return { article, texts }
}

/** Answers of one card that end with it due on `dueDay`. */
function answersOf(card: string, many: number, dueDay: number, random: () => number): Answer[] {
  const answers: Answer[] = []
  let day = dueDay
  for (let i = 0; i < many; i++) day -= intervalAfter(i)
  let previous: string | null = null
  for (let i = 0; i < many; i++) {
    const days = intervalAfter(i)
    const at = day * DAY_MS + Math.floor((6 + 12 * random()) * 3_600_000)
    const id = ulidAt(at, random)
    const draw = random()
    answers.push({
      type: 'answer',
      id,
      at,
      device: 'SEEDSEEDSEEDSEEDSEEDSEEDSE',
      card,
      rating: draw < 0.08 ? 'again' : draw < 0.16 ? 'hard' : draw < 0.92 ? 'good' : 'easy',
      tookMs: 2_000 + Math.floor(9_000 * random()),
      utcOffset: UTC_OFFSET,
      rolloverHour: ROLLOVER,
      studyDay: studyDay(at, UTC_OFFSET, ROLLOVER),
      phase: 'review',
      remaining: 0,
      intervalSeconds: days * 86_400,
      dueAt: null,
      dueDay: day + days,
      weights: 'default',
      model: 'fsrs-6',
      previous,
    })
    previous = id
    day += days
  }
  return answers
}

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

function ulidAt(at: number, random: () => number): string {
  let time = ''
  for (let rest = at, i = 0; i < 10; i++, rest = Math.floor(rest / 32))
    time = CROCKFORD[rest % 32]! + time
  return time + Array.from({ length: 16 }, () => CROCKFORD[Math.floor(random() * 32)]).join('')
}

/**
 * Fills a database: by default 50 articles, 20,000 cards and 100,000 reviews, with the image saved and the first run
 * over. Some seconds.
 */
export async function seedDisk(disk: Disk, options: SeedOptions = {}): Promise<Seeded> {
  const { articles = 50, sentences = SENTENCES, reviews = 100_000 } = options
  const { newCards = 400, dueWithinDays = 60 } = options
  const now = options.now ?? disk.now()
  const today = studyDay(now, UTC_OFFSET, ROLLOVER)
  const random = seededRandom(1)
  await changeLearner(disk, { welcomed: true })

  const cards: string[] = []
  for (let n = 0; n < articles; n++) {
    const { article, texts } = articleAt(n, now - (articles - n) * DAY_MS, sentences)
    const { terms, sentences: offered } = offersOf(article, texts, 'zh', article.addedAt)
    const notes = [
      ...terms.map((note) => ({ ...note, kinds: OF_TERMS })),
      ...offered.map((note) => ({ ...note, kinds: OF_SENTENCES })),
    ]
    await commitImport(disk, importOf(article, texts), notes)
    cards.push(...notes.flatMap((note) => cardsOf(note)).map(({ id }) => id))
  }

  const answered = cards.slice(0, Math.max(0, cards.length - newCards))
  const each = Math.floor(reviews / Math.max(1, answered.length))
  const entries = answered.flatMap((card, i): readonly Entry[] => {
    const many = each + (i < reviews - each * answered.length ? 1 : 0)
    // No later than the last interval allows, or the last answer would lie ahead.
    const ahead = Math.min(dueWithinDays, intervalAfter(many - 1) - 2)
    const dueDay = today - 2 + Math.floor(random() * (Math.max(0, ahead) + 3))
    return answersOf(card, many, dueDay, random)
  })
  await takeEntries(disk, entries)
  await saveImage(disk, await loadState(disk, DEFAULT_SRS_SETTINGS))
  // Weights were looked for lately: the next start has nothing to do but to start.
  const outcome = { scored: entries.length, accepted: false, before: null, after: null }
  await rememberAttempt(disk, { at: now, answers: entries.length, ...outcome })
  return { articles, cards: cards.length, reviews: entries.length }
}
