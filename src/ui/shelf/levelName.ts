import type { Side } from '../../domain/model.ts'

/** The level a text has for who learns a side, out of `HSK 4 · B1`, as the interface says it. */
export function levelName(
  level: string,
  learning: Side,
  t: (key: 'level.hsk', named: { n: string }) => string,
): string {
  const name = levelOf(level, learning)
  return name.startsWith('HSK ') ? t('level.hsk', { n: name.slice(4) }) : name
}

/** The same as it is written. */
export function levelOf(level: string, learning: Side): string {
  const [zh = '', en = ''] = level.split(' · ')
  return learning === 'zh' ? zh : en
}
