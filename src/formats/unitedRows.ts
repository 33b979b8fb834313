import { guessColumns } from '../domain/text/columnKinds.ts'

type Row = readonly string[]

/**
 * The rows of several tables as one: as the first of them has its columns, and of the others what is Chinese under Chinese and what is
 * English under English. The first is one with both languages, where there is one, and the largest of these. A head that comes
 * again stays out.
 */
export function unitedRows(tables: readonly (readonly Row[])[]): {
  readonly main: number
  readonly rows: readonly Row[]
  /** The rows as they were given, in the same order. */
  readonly origins: readonly Row[]
} {
  const weighed = tables.map((rows, at) => ({ rows, at, columns: guessColumns(rows) }))
  const ranked = weighed.toSorted(
    (one, two) =>
      Number(two.columns !== null) - Number(one.columns !== null) ||
      two.rows.length - one.rows.length,
  )
  const [main, ...others] = ranked
  if (main === undefined) return { main: -1, rows: [], origins: [] }
  const width = main.rows.reduce((widest, row) => Math.max(widest, row.length), 0)
  const head = main.rows[0]?.join('\t')
  const more = others
    .toSorted((one, two) => one.at - two.at)
    .flatMap(({ rows, columns: own }) => {
      if (own === null || main.columns === null) return []
      return rows
        .filter((row) => row.join('\t') !== head)
        .map((origin) => {
          const placed = Array.from({ length: width }, () => '')
          for (const role of ['zh', 'en', 'reading'] as const) {
            const [from, to] = [own[role], main.columns?.[role]]
            if (from !== undefined && to !== undefined) placed[to] = origin[from] ?? ''
          }
          return { placed, origin }
        })
    })
  return {
    main: main.at,
    rows: [...main.rows, ...more.map(({ placed }) => placed)],
    origins: [...main.rows, ...more.map(({ origin }) => origin)],
  }
}
