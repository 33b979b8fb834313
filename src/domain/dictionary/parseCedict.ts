import type { DictionaryEntry } from './dictionary.ts'

/** A CC-CEDICT file as published: comment lines, then `繁體 简体 [pin1 yin1] /gloss/gloss/`. */
export interface CedictFile {
  /** Of the release, from its header: `2026-09-10`; empty when the header has none. */
  readonly date: string
  readonly entries: readonly DictionaryEntry[]
}

/** @throws RangeError when a line is neither comment nor entry: the file is not what we think it is */
export function parseCedict(text: string): CedictFile {
  const entries: DictionaryEntry[] = []
  let date = ''
  for (const line of text.split(/\r?\n/)) {
    if (line.startsWith('#')) date ||= /^#! date=(\d{4}-\d\d-\d\d)/.exec(line)?.[1] ?? ''
    if (line === '' || line.startsWith('#')) continue
    const match = /^(\S+) (\S+) \[([^\]]*)\] \/(.*)\/\s*$/.exec(line)
    if (!match) throw new RangeError(`not a CC-CEDICT line: ${line}`)
    const [, traditional = '', simplified = '', reading = '', glosses = ''] = match
    entries.push({ simplified, traditional, reading, glosses: glosses.split('/') })
  }
  return { date, entries }
}
