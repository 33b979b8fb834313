import { describe, expect, it } from 'vitest'
import { groupOf, wordGroups } from '../../src/storage/wordGroups.ts'
import { bitext } from '../make.ts'
import { take, withTerms } from './talks.ts'
import { freshDatabases, openTab } from './testDisk.ts'

freshDatabases()

describe('groupOf', () => {
  it.each([
    [{ hsk2021: 3, hsk2025: 4, cefr: 'B1' }, 'zh', '3'],
    [{ hsk2025: 4 }, 'zh', '4'],
    [{ hsk2: 4 }, 'zh', 'none'],
    [{ hsk2021: 3, cefr: 'B1' }, 'en', 'B1'],
    [{}, 'en', 'none'],
  ] as const)('of %j for %s is %s', (level, learning, group) => {
    expect(groupOf(level, learning)).toBe(group)
  })
})

describe('wordGroups', () => {
  it('has the words of the language asked for, and no sentence', async () => {
    const disk = await openTab()
    const pairs = [['他们撤退。', 'They withdraw.']] as const
    await take(disk, withTerms(bitext(pairs), ['撤退', 'withdraw', 'che4 tui4']))
    expect([...(await wordGroups(disk, 'zh')).values()]).toEqual(['none'])
    expect((await wordGroups(disk, 'en')).size).toBe(0)
  })
})
