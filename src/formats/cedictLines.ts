import type { Issue } from '../domain/errors.ts'
import { bitextOf, textFormat } from './format.ts'

/** 停火 停火 [ting2 huo3] /to cease fire/ceasefire/ */
const ENTRY = /^(\S+)\s+(\S+)\s+\[{1,2}([^\]]*)\]{1,2}\s+\/(.*)\/\s*$/
/** Tells how a word is counted, not what it means. */
const CLASSIFIER = /^CL:/
const MOST_ISSUES = 20

/** Lines of CC-CEDICT: a part of the dictionary, or somebody's own words in its form. */
export const cedict = textFormat({
  id: 'cedict',
  extensions: ['u8'],
  looksLike: (text) => {
    const lines = entriesIn(text.slice(0, 50_000)).slice(0, 200)
    return lines.length > 0 && lines.filter(([line]) => ENTRY.test(line)).length > lines.length / 2
  },
  read: (text) => {
    const issues: Issue[] = []
    const rows: string[][] = []
    for (const [line, number] of entriesIn(text)) {
      const [, , simplified = '', reading = '', glosses = ''] = ENTRY.exec(line) ?? []
      const meanings = glosses.split('/').filter((gloss) => gloss && !CLASSIFIER.test(gloss))
      if (simplified !== '') rows.push([simplified, reading, meanings.join('; ')])
      else if (issues.length < MOST_ISSUES)
        issues.push({ code: 'raggedRow', line: number, found: line.slice(0, 60) })
    }
    return { value: bitextOf({ kind: 'rows', rows }), issues }
  },
})

const entriesIn = (text: string): readonly (readonly [line: string, number: number])[] =>
  text
    .split(/\r\n|[\n\r]/)
    .map((line, at) => [line.trim(), at + 1] as const)
    .filter(([line]) => line !== '' && !line.startsWith('#'))
