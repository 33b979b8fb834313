import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

const TABLES = ['a1', 'a2', 'b1', 'b2', 'c1', 'c2', 'extra', 'phrases'] as const

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url))

/** What is written in English for who reads Chinese, read the other way. */
export const EQUIVALENT_FILES = TABLES.map((name) => path(`../data/english/${name}.tsv`))

/** Chinese words with the English headwords and phrases that our own dictionary explains by them. */
export async function readEquivalents(): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, Set<string>>()
  for (const file of EQUIVALENT_FILES) {
    const [head = '', ...rows] = (await readFile(file, 'utf8')).trimEnd().split('\n')
    const at = head.split('\t').indexOf('zh')
    for (const row of rows.map((line) => line.split('\t')))
      for (const zh of writtenForms(row[at] ?? ''))
        for (const english of row[0]!.split('/'))
          found.set(zh, (found.get(zh) ?? new Set()).add(english))
  }
  return new Map([...found].map(([zh, english]) => [zh, [...english]]))
}

/** The equivalents of a cell as they stand in a text: without brackets, and without the 的 or 地 of the dictionary. */
export function writtenForms(cell: string): ReadonlySet<string> {
  const plain = cell
    .split('；')
    .map((zh) => zh.replaceAll(/（[^）]*）/g, '').replaceAll(/^…+|…+$/g, ''))
  const forms = plain.flatMap((zh) => (zh.length > 2 ? [zh, zh.replace(/[的地]$/, '')] : [zh]))
  return new Set(forms.filter((zh) => /^[\u3400-\u9fff]+$/.test(zh)))
}
