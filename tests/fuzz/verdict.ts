import { AppError, type AppErrorCode, type Issue, type IssueCode } from '../../src/domain/errors.ts'

const ISSUES: Readonly<Record<IssueCode, true>> = {
  ...{
    empty: true,
    tooLarge: true,
    notText: true,
    zipFile: true,
    compressedFile: true,
    pdfFile: true,
  },
  ...{
    oldOfficeFile: true,
    backupFound: true,
    encodingGuessed: true,
    linkOnly: true,
    oneLanguageOnly: true,
    noChinese: true,
  },
  ...{ noEnglish: true, raggedRow: true, notADeck: true, deckTooNew: true, deckFieldMissing: true },
  ...{
    backupTooLarge: true,
    notABackup: true,
    backupTooNew: true,
    backupDamaged: true,
    tooManyFiles: true,
  },
  ...{
    badBytes: true,
    badTime: true,
    besideTable: true,
    timeOffset: true,
    tooDeep: true,
    cutOff: true,
  },
  ...{ brokenZip: true, zipTooLarge: true, hiddenSheet: true, ankiTooNew: true, ankiDamaged: true },
}
const ERRORS: Readonly<Record<AppErrorCode, true>> = {
  ...{
    diskFull: true,
    diskRefused: true,
    databaseNewer: true,
    databaseBlocked: true,
    alreadyAnswered: true,
    noAnswer: true,
  },
  ...{
    changedElsewhere: true,
    logDamaged: true,
    dictionaryUnavailable: true,
    textUnavailable: true,
  },
  ...{ workerLost: true },
}

/** @throws when a reader neither read something nor said why not */
export function answered<T>({
  value,
  issues,
}: {
  value: T | null
  issues: readonly Issue[]
}): T | null {
  for (const { code } of issues)
    if (!Object.hasOwn(ISSUES, code)) throw new Error(`unknown issue ${code}`)
  if (value === null && issues.length === 0) throw new Error('nothing read, and nothing said')
  return value
}

/** Whether something thrown is an answer in its own way. */
export const isRefusal = (error: unknown): boolean =>
  error instanceof AppError && Object.hasOwn(ERRORS, error.code)

/** @throws when every object has got something it had not */
export function unpolluted(): void {
  const probe: object = {}
  const found = ['polluted', 'a', 'x'].filter((name) => name in probe)
  if (found.length > 0) throw new Error(`every object has ${found.join(', ')}`)
}
