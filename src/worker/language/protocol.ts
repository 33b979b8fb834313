import { type Doubt } from '../../domain/doubts/doubt.ts'
import type { Draft, Progress } from '../../domain/article/draft.ts'
import type { Parsed } from '../../domain/errors.ts'
import type { Deck, Side } from '../../domain/model.ts'
import type { Bitext } from '../../domain/bitext/bitext.ts'
import type {
  Layout,
  LayoutChoice,
  NoteTypeColumns,
  Source,
} from '../../domain/text/layoutTypes.ts'
import type { Accent } from '../../domain/learner/settings.ts'
import type { Script } from '../../domain/zh/script.ts'
import type { FocusRequest, FocusWords } from '../../domain/words/needed.ts'
import type { OwnCuts } from '../../domain/words/ownCuts.ts'
import type { Here } from '../../domain/words/sensesHere.ts'
import type { Word, WordInfo } from '../../domain/words/words.ts'

/** A file as the page hands it over: its bytes are transferred, not copied. */
export interface InputFile {
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
  /** What the learner said it is encoded in; guessed when absent. */
  readonly encoding?: string
  /** What the learner said sets its cells apart; guessed when absent. */
  readonly delimiter?: string
  /** What the learner said the fields of its notes are; guessed when absent. */
  readonly noteTypes?: NoteTypeColumns
  /** Chapters of a book that the learner wants, 0-based; all when absent. */
  readonly chapters?: readonly number[]
}

/** What the clipboard or a drop held. */
export interface Clip {
  readonly html?: string
  readonly text?: string
  /** What the learner said sets its cells apart; guessed when absent. */
  readonly delimiter?: string
}

/** What was read, and the encoding of each file (empty for the clipboard). */
export interface Input {
  readonly source: Source
  readonly encodings: readonly string[]
}

/** Bytes of the dictionary's files, gzip'ed as they were built. */
export interface DictionaryFiles {
  readonly dictionary: ArrayBuffer
  /** The way in from English; belongs to the full dictionary. */
  readonly english?: ArrayBuffer
  /** English explained in Chinese, for who learns it; then words of English are looked up there. */
  readonly learnersEnglish?: ArrayBuffer
  /** How the learner wants English said; American where nothing is asked. */
  readonly accent?: Accent
  /** How English words are said. */
  readonly pronunciations?: ArrayBuffer
  /** Synonyms for the aligner; it goes on with those it has. */
  readonly pivots?: ArrayBuffer
}

/**
 * What the page asks of the language thread. The thread touches no disk and no network: the page reads the dictionary and
 * transfers it. Whatever can take long is a job with a number, reports progress and can be cancelled.
 */
export interface LanguageThread {
  /** Takes the gzip'ed files of a dictionary; words work from then on. */
  open(files: DictionaryFiles): Promise<void>
  readFiles(files: readonly InputFile[]): Promise<Parsed<Input | null>>
  readClip(clip: Clip): Promise<Parsed<Input | null>>
  recognise(source: Source, choice: LayoutChoice): Promise<Parsed<Layout | null>>
  /** @throws AbortError when the job is cancelled */
  build(
    job: number,
    layout: Layout,
    learning: Side,
    onProgress: (progress: Progress) => void,
  ): Promise<Draft>
  /**
   * What looks wrong in a translation, in text order; progress is 0 … 1.
   *
   * @throws AbortError when the job is cancelled
   */
  doubts(job: number, bitext: Bitext, onProgress: (done: number) => void): Promise<readonly Doubt[]>
  cancel(job: number): Promise<void>
  /** A deck is aligned already: its beads as they are, its terms found in them. */
  draftOf(deck: Deck): Promise<Draft>
  /** The words of texts of one side, in order, cut as the learner wants; translations help to read Chinese ones. */
  words(
    texts: readonly string[],
    side: Side,
    cuts?: OwnCuts,
    translations?: readonly string[],
  ): Promise<readonly (readonly Word[])[]>
  /** @param alone whether a word of an English phrase is wanted without it */
  lookUp(
    text: string,
    at: number,
    side: Side,
    cuts?: OwnCuts,
    alone?: boolean,
    translation?: string,
  ): Promise<WordInfo | null>
  /** A word with the sense that is meant here in front. */
  meantHere(info: WordInfo, here: Here): Promise<WordInfo>
  /** Chinese texts in another script, for show: one character stays one character. */
  convert(texts: readonly string[], script: Script): Promise<readonly string[]>
  /** What has to be understood to answer each card, in the order given. */
  foci(
    requests: readonly FocusRequest[],
    side: Side,
    cuts?: OwnCuts,
  ): Promise<readonly FocusWords[]>
}

export type { Bitext, Doubt, Draft, Layout, Progress }
