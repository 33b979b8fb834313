import type { Columns } from '../../domain/text/layoutTypes.ts'

/** What a column of a table, or a field of a note, may be. */
export const ROLES = ['zh', 'en', 'reading', 'skip'] as const
export type Role = (typeof ROLES)[number]

export const roleNamed = (name: string): Role | undefined => ROLES.find((one) => one === name)

/** The roles of so many columns as they were read; null when no two of them hold the two languages. */
export const rolesOf = (columns: Columns | null, count: number): readonly Role[] =>
  Array.from(
    { length: count },
    (_, at) => ROLES.find((role) => role !== 'skip' && columns?.[role] === at) ?? 'skip',
  )

/** Gives a column a role; whichever had it before takes the other's. */
export function withRole(roles: readonly Role[], column: number, wanted: Role): readonly Role[] {
  const before = roles[column] ?? 'skip'
  return roles.map((one, at) => {
    if (at === column) return wanted
    return wanted !== 'skip' && one === wanted ? before : one
  })
}

/** Where each language stands by the roles; null unless both stand somewhere. */
export function columnsOf(roles: readonly Role[]): Columns | null {
  const [zh, en, reading] = [roles.indexOf('zh'), roles.indexOf('en'), roles.indexOf('reading')]
  if (zh < 0 || en < 0) return null
  return { zh, en, ...(reading < 0 ? {} : { reading }) }
}
