import type { Side } from '../../domain/model.ts'

type Say = (key: 'level.hsk', named: { n: string }) => string

/** The level a text has for who learns a side, out of `HSK 4 · B1`, as the interface says it. */
export const levelName = (level: string, learning: Side, t: Say): string =>
  sayLevel(levelOf(level, learning), t)

/** The same as it is written: `HSK 4`, `B1`. */
export function levelOf(level: string, learning: Side): string {
  const [zh = '', en = ''] = level.split(' · ')
  return learning === 'zh' ? zh : en
}

/** A level of one side as the interface says it. */
export const sayLevel = (level: string, t: Say): string =>
  level.startsWith('HSK ') ? t('level.hsk', { n: level.slice(4) }) : level
