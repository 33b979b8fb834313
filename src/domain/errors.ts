/**
 * What the world refused, in a form the interface can speak (`ui/i18n`: what happened, what to do next).
 * Our own mistakes are RangeError and TypeError; flaws in somebody's file are {@link Issue}s, not errors.
 */
export class AppError extends Error {
  readonly code: AppErrorCode

  constructor(code: AppErrorCode, options?: { cause?: unknown }) {
    super(code, options)
    this.name = 'AppError'
    this.code = code
  }
}

export type AppErrorCode =
  | 'diskFull'
  | 'diskRefused'
  | 'databaseNewer'
  | 'databaseBlocked'
  | 'alreadyAnswered'
  | 'changedElsewhere'
  | 'noAnswer'
  | 'logDamaged'
  | 'dictionaryUnavailable'
  | 'textUnavailable'
  | 'workerLost'

/** A flaw in somebody's file: what it is, and where. Readers return `{ value, issues }`. */
export interface Issue {
  readonly code: IssueCode
  /** 1-based line or row, where that makes sense. */
  readonly line?: number
  /** What stood there, shortened; shown as text, never as markup. */
  readonly found?: string
}

export type IssueCode =
  | 'empty'
  | 'tooLarge'
  | 'notText'
  | 'zipFile'
  | 'compressedFile'
  | 'pdfFile'
  | 'oldOfficeFile'
  | 'backupFound'
  | 'encodingGuessed'
  | 'badBytes'
  | 'badTime'
  | 'besideTable'
  | 'tooDeep'
  | 'cutOff'
  | 'brokenZip'
  | 'zipTooLarge'
  | 'hiddenSheet'
  | 'ankiTooNew'
  | 'ankiDamaged'
  | 'timeOffset'
  | 'linkOnly'
  | 'oneLanguageOnly'
  | 'noChinese'
  | 'noEnglish'
  | 'raggedRow'
  | 'notADeck'
  | 'deckTooNew'
  | 'deckFieldMissing'
  | 'notABackup'
  | 'backupTooNew'
  | 'backupDamaged'
  | 'backupTooLarge'
  | 'tooManyFiles'

/** What a reader gives: the best value it could make (null when there is none), and what was wrong on the way. */
export interface Parsed<T> {
  readonly value: T
  readonly issues: readonly Issue[]
}
