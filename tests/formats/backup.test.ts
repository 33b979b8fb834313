import { type Entry } from '../../src/domain/srs/entries.ts'
import { gunzipSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { importArticle } from '../../src/domain/article/writeArticle.ts'
import { migrate } from '../../src/domain/notes/migrate.ts'
import { withFacts, type Merged } from '../../src/domain/records/merged.ts'
import { writeFields } from '../../src/domain/records/writing.ts'
import { readBackup, writeBackup, type Backup } from '../../src/formats/backup.ts'
import { crc32 } from '../../src/formats/crc32.ts'
import { oldDevice } from '../domain/notes/oldDevice.ts'
import { answer, bitext, termIn } from '../make.ts'

const now = { clock: { device: '0123456789', ms: 0, counter: 0 }, wallMs: 1_800_000_000_000 }

/** One of every kind of entry. */
const entries: readonly Entry[] = [
  answer({ id: 'E1' }),
  answer({ id: 'E2', dueDay: null, dueAt: 5, phase: 'relearning', previous: 'E1' }),
  { type: 'void', id: 'E3', at: 3, device: 'D', entry: 'E1' },
  { type: 'reset', id: 'E4', at: 4, device: 'D', card: 'c' },
  { type: 'setDue', id: 'E5', at: 5, device: 'D', card: 'c', dueDay: 9 },
  { type: 'suspend', id: 'E6', at: 6, device: 'D', card: 'c' },
  { type: 'unsuspend', id: 'E7', at: 7, device: 'D', card: 'c' },
  { type: 'bury', id: 'E8', at: 8, device: 'D', card: 'c', untilDay: 12 },
  { type: 'unbury', id: 'E9', at: 9, device: 'D', card: 'c' },
  { type: 'flag', id: 'EA', at: 10, device: 'D', card: 'c', flag: 2 },
  { type: 'weights', id: 'EB', at: 11, device: 'D', model: 'fsrs-6', weights: [0.1, 2] },
]

const old = migrate(oldDevice('01PHONE', 1_700_000_000_000, [0, 16]))
const of = bitext([['双方停火。', 'Both sides cease fire.']])
const imported = importArticle(
  null,
  {
    ...of.it,
    id: 'deck-b',
    terms: [termIn(of.texts, '停火', 'cease fire', 'ting2 huo3')],
    deckRevision: 3,
  },
  now,
)
const [term, ...others] = old.notes
const backup: Backup = {
  createdAt: 1_700_000_000_000,
  articles: [...old.articles, imported.row],
  revisions: [...old.revisions, ...imported.revisions],
  notes: [writeFields(term!, { gloss: ['truce'], constructor: 1 }, now).row, ...others],
  entries,
  settings: [
    { id: 'learner', facts: {}, fields: { theme: { v: 'dark', t: '000000001-000-0000000000' } } },
  ],
  unknown: [],
}

const linesOf = async (of = backup): Promise<string[]> =>
  gunzipSync(await writeBackup(of))
    .toString()
    .trimEnd()
    .split('\n')

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text))

/** Lines without their last one, with the checksum they need. */
function sealed(lines: readonly string[]): Uint8Array<ArrayBuffer> {
  const body = lines.map((line) => `${line}\n`).join('')
  return bytesOf(`${body}${JSON.stringify({ crc32: crc32(bytesOf(body)) })}\n`)
}

async function issuesOf(bytes: Uint8Array<ArrayBuffer>) {
  const { value, issues } = await readBackup(bytes)
  expect(value).toBeNull()
  return issues
}

describe('a backup', () => {
  it('comes out as it went in', async () => {
    expect(await readBackup(await writeBackup(backup))).toEqual({ value: backup, issues: [] })
  })

  it('is read uncompressed too, and with line ends at any place', async () => {
    const text = `${(await linesOf()).join('\n')}\n`
    expect((await readBackup(bytesOf(text))).value).toEqual(backup)
    expect((await readBackup(bytesOf(text.trimEnd()))).value).toEqual(backup)
  })

  const deep = '['.repeat(100_000) + ']'.repeat(100_000)
  it.each([
    ['a record of a newer version', '"text":"x"', `"text":${deep}`],
    ['a field', '"v":"dark"', `"v":${deep}`],
  ])('is damaged when %s is nested deeper than any program writes', async (_what, was, now) => {
    const unknown = [{ hint: { text: 'x' } }]
    const lines = await linesOf({ ...backup, unknown })
    const body = lines.slice(0, -1).map((line) => line.replace(was, now))
    const [issue] = await issuesOf(sealed(body))
    expect(issue).toMatchObject({ code: 'backupDamaged', line: expect.any(Number) })
  })

  it('may be empty, or large', async () => {
    const none: Backup = {
      ...{ createdAt: 1, articles: [], revisions: [], notes: [] },
      ...{ entries: [], settings: [], unknown: [] },
    }
    expect((await readBackup(await writeBackup(none))).value).toEqual(none)
    const many = Array.from({ length: 3_000 }, (_, i) => answer({ id: `E${i}` }))
    const large = { ...none, entries: many }
    expect((await readBackup(await writeBackup(large))).value).toEqual(large)
  })
})

describe('what only a newer version knows', () => {
  const fromNewer = (entry: object): Entry => entry as Entry
  const t = '0zzz00000-00a-abcdefghij'
  const strange: Merged = {
    id: 'n9',
    facts: { base: { kind: 'melody', bars: 4 }, 'echo/1': { far: true } },
    fields: { mood: { v: { calm: 1 }, t }, constructor: { v: null, t } },
  }
  const newer: Backup = {
    ...backup,
    articles: backup.articles.map((row) =>
      withFacts(row, { 'picture/1': [1], 'version/w1': { by: 'machine', from: 3 } }),
    ),
    notes: [...backup.notes, strange],
    settings: [...backup.settings, { ...strange, id: 'known/fr' }],
    entries: [
      ...entries,
      { ...answer({ id: 'EC' }), ...{ mood: 'calm' } },
      fromNewer({ type: 'mnemonic', id: 'N1', at: 20, device: 'D', card: 'c', text: '停' }),
      fromNewer({ type: 'goal', id: 'N2', at: 21, device: 'D', perDay: 9 }),
      fromNewer({ ...answer({ id: 'N3' }), rating: 'superb' }),
    ],
    unknown: [{ album: strange }, { album: { ...strange, id: 'n8' } }, { stamp: 'one word' }],
  }

  it('is read and written again: kinds of rows, facts, fields, entries', async () => {
    const bytes = await writeBackup(newer)
    const { value, issues } = await readBackup(bytes)
    expect(issues).toEqual([])
    expect(value).toEqual(newer)
    expect(await writeBackup(value!)).toEqual(bytes)
  })

  it('is counted: half of it is none', async () => {
    const lines = (await linesOf(newer)).slice(0, -1)
    const missing = sealed(lines.filter((line) => !line.includes('one word')))
    expect(await issuesOf(missing)).toEqual([{ code: 'backupDamaged' }])
  })
})

describe('the lines of a backup', () => {
  it('can be read without this program', async () => {
    const [first, ...rest] = (await linesOf()).map((line): unknown => JSON.parse(line))
    expect(first).toMatchObject({
      format: 'duizhao-backup',
      version: 2,
      counts: { articles: 2, revisions: 6, notes: 2, entries: 11, settings: 1 },
      answer: expect.arrayContaining(['id', 'card', 'rating', 'dueDay']),
    })
    expect(rest.map((line) => Object.keys(line ?? {})[0])).toEqual([
      'setting',
      ...Array<string>(2).fill('article'),
      ...Array<string>(6).fill('revision'),
      ...Array<string>(2).fill('note'),
      ...Array<string>(2).fill('answer'),
      ...Array<string>(9).fill('entry'),
      'crc32',
    ])
  })
})

describe('a damaged row', () => {
  const article = old.articles[0]!
  const fact = (prefix: string) => Object.keys(article.facts).find((one) => one.startsWith(prefix))!
  const flawed = (facts: Readonly<Record<string, unknown>>): unknown => ({
    ...article,
    facts: { ...article.facts, ...facts },
  })
  const list = fact('terms/')
  const version = fact('version/')
  const versionThere = Object(article.facts[version])

  it.each<[string, unknown]>([
    ['row', [article]],
    ['id', { ...article, id: '' }],
    ['id', { ...article, id: 'a\u0000b' }],
    ['facts', { ...article, facts: 5 }],
    ['fields', { ...article, fields: null }],
    ['fields.deleted', { ...article, fields: { deleted: true } }],
    ['fields.deleted.t', { ...article, fields: { deleted: { v: true, t: 'zzz' } } }],
    ['fields.a.t', { ...article, fields: { a: { v: 1, t: 'zzzzzzzzz-000-0000000000' } } }],
    ['facts.base', flawed({ base: 'yesterday' })],
    [`facts.${list}`, flawed({ [list]: { ...Object(article.facts[list]), more: 1 } })],
    ['facts.chunk/x', flawed({ 'chunk/x': [1, 1, 1, 0, 5, 0, 0, 5, 0] })],
    [`facts.${version}`, flawed({ [version]: { ...versionThere, t: '0' } })],
    [`facts.${version}`, flawed({ [version]: { ...versionThere, from: ['someone'] } })],
  ])('is refused, and it is said that it is its %s', async (place, row) => {
    const lines = (await linesOf()).slice(0, -1)
    const at = lines.findIndex((line) => line.startsWith('{"article"'))
    const bytes = sealed(lines.with(at, JSON.stringify({ article: row })))
    const [issue] = await issuesOf(bytes)
    expect(issue).toMatchObject({ code: 'backupDamaged', line: at + 1 })
    expect(issue!.found).toContain(`${place} | `.slice(0, 80))
  })

  it('is a revision that is not what its id says, too', async () => {
    const lines = (await linesOf()).slice(0, -1)
    const at = lines.findIndex((line) => line.includes('没人说话'))
    const other = lines.with(at, lines[at]!.replace('没人说话', '有人说话'))
    expect(await issuesOf(sealed(other))).toMatchObject([{ code: 'backupDamaged', line: at + 1 }])
  })
})

describe('an entry', () => {
  it.each([
    ['a rating that is no word', { ...answer({ id: 'E1' }), rating: 3 }],
    ['a known type without its field', { type: 'bury', id: 'E', at: 1, device: 'D', card: 'c' }],
    ['an unknown type without an id', { type: 'goal', at: 1, device: 'D' }],
    ['no type', { id: 'E', at: 1, device: 'D' }],
  ])('is refused with %s', async (_what, entry) => {
    const all = (await linesOf()).slice(0, -1)
    const at = all.findIndex((line) => line.startsWith('{"entry"'))
    const bad = sealed(all.with(at, JSON.stringify({ entry })))
    expect(await issuesOf(bad)).toMatchObject([{ code: 'backupDamaged', line: at + 1 }])
  })

  const answered = answer({ id: 'E1' })
  it.each<[place: string, entry: object]>([
    ['at', { ...answered, at: 9e15 }],
    ['at', { ...answered, at: -1 }],
    ['studyDay', { ...answered, studyDay: 1e12 }],
    ['studyDay', { ...answered, studyDay: 2.5 }],
    ['intervalSeconds', { ...answered, intervalSeconds: -5 }],
    ['intervalSeconds', { ...answered, intervalSeconds: 1e300 }],
    ['dueDay', { ...answered, dueDay: -1e9 }],
    ['id', { ...answered, id: 'E\n1' }],
    ['card', { ...answered, card: 'c\u0000' }],
    ['untilDay', { type: 'bury', id: 'E', at: 1, device: 'D', card: 'c', untilDay: 1e9 }],
    ['entry', { type: 'void', id: 'E', at: 1, device: 'D', entry: 'E\u0007' }],
    ['device', { type: 'goal', id: 'E', at: 1, device: '\u001b[2J' }],
  ])('is refused for its %s, and that is said: %j', async (place, entry) => {
    const all = (await linesOf()).slice(0, -1)
    const at = all.findIndex((line) => line.startsWith('{"entry"'))
    const [issue] = await issuesOf(sealed(all.with(at, JSON.stringify({ entry }))))
    expect(issue).toMatchObject({ code: 'backupDamaged', line: at + 1 })
    expect(issue!.found).toMatch(new RegExp(`^${place} \\| `))
  })

  it.each(['7', '[]', '{}', '{"tag":1,"more":2}'])('is no line that says %s', async (line) => {
    const all = (await linesOf()).slice(0, -1)
    expect(await issuesOf(sealed(all.with(4, line)))).toMatchObject([
      { code: 'backupDamaged', line: 5 },
    ])
  })
})

describe('a bad file', () => {
  it.each([
    ['nothing', Buffer.alloc(0), 'empty'],
    ['compressed nothing', gzipSync(''), 'empty'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]), 'notABackup'],
    ['a text', Buffer.from('双方停火。\nBoth sides'), 'notABackup'],
    ['a deck', Buffer.from('{"format":"duizhao-deck","version":1}'), 'notABackup'],
    ['somebody’s compressed list', gzipSync('[1,2,3]\n'), 'notABackup'],
    ['a newer version', gzipSync('{"format":"duizhao-backup","version":3}\n'), 'backupTooNew'],
    ['half a header', gzipSync('{"format":"duizhao-backup","version":2}\n'), 'backupDamaged'],
    ['half an old one', gzipSync('{"format":"duizhao-backup","version":1}\n'), 'backupDamaged'],
  ])('that is %s is named', async (_what, buffer, code) => {
    expect((await issuesOf(new Uint8Array(buffer))).map((issue) => issue.code)).toEqual([code])
  })

  it('names the version that is too new', async () => {
    const bytes = bytesOf('{"format":"duizhao-backup","version":7}\n')
    expect(await issuesOf(bytes)).toEqual([{ code: 'backupTooNew', found: '7' }])
  })

  it.each([
    ['its end is missing', (all: string[]) => all.slice(0, -1)],
    ['a line is missing', (all: string[]) => all.toSpliced(3, 1)],
    ['a line came twice', (all: string[]) => all.toSpliced(3, 0, all[3]!)],
    ['two lines changed places', (all: string[]) => [all[0]!, all[2]!, all[1]!, ...all.slice(3)]],
    ['a letter was changed', (all: string[]) => all.map((line) => line.replace('truce', 'peace'))],
    ['something was written behind it', (all: string[]) => [...all, '{"entry":{}}']],
  ])('is refused whole when %s', async (_what, change) => {
    const text = change(await linesOf()).join('\n')
    expect((await issuesOf(bytesOf(text))).map(({ code }) => code)).toEqual(['backupDamaged'])
  })

  it('says which line cannot be read', async () => {
    const all = await linesOf()
    expect(await issuesOf(bytesOf(all.with(4, '{"note":').join('\n')))).toEqual([
      { code: 'backupDamaged', line: 5, found: '{"note":' },
    ])
    expect(await issuesOf(bytesOf(all.with(4, '{"note":{"id":7}}').join('\n')))).toMatchObject([
      { code: 'backupDamaged', line: 5, found: 'id | {"note":{"id":7}}' },
    ])
  })

  it('is refused at whatever byte it was cut or changed', async () => {
    const bytes = await writeBackup(backup)
    for (let at = 10; at < bytes.length; at += 37) {
      const cut = bytes.slice(0, at)
      expect((await issuesOf(cut)).map(({ code }) => code)).toEqual([
        expect.stringMatching(/backupDamaged|notABackup|empty/),
      ])
      const changed = bytes.slice()
      changed[at]! ^= 0x40
      expect((await readBackup(changed)).value).toBeNull()
    }
  })
})

describe('a file that unpacks to far more than it is', () => {
  it('is refused at a line that goes on and on', async () => {
    const [first] = await linesOf()
    const bomb = gzipSync(`${first}\n${'0'.repeat(60_000_000)}`)
    expect(bomb.length).toBeLessThan(100_000)
    expect(await issuesOf(new Uint8Array(bomb))).toEqual([{ code: 'backupTooLarge', line: 2 }])
  })

  it('is refused when its lines are too much together', async () => {
    const [first] = await linesOf()
    const bytes = new Uint8Array(gzipSync(`${first}\n${'{"tag":1}\n'.repeat(1_000_000)}`))
    const limits = { line: 1_000, all: 1_000_000 }
    const { value, issues } = await readBackup(bytes, undefined, limits)
    expect(value).toBeNull()
    expect(issues).toEqual([{ code: 'backupTooLarge', line: expect.any(Number) }])
    expect(issues[0]!.line).toBeLessThan(100_000)
  })
})

describe('long work on a backup', () => {
  const many = Array.from({ length: 5_000 }, (_, i) => answer({ id: `E${i}` }))
  const long: Backup = { ...backup, entries: many }

  it('says how far it is, again and again, and never goes back', async () => {
    const told: number[] = []
    await readBackup(await writeBackup(long), async (done) => {
      told.push(done)
    })
    expect(told.length).toBeGreaterThan(40)
    expect(told).toEqual(told.toSorted((a, b) => a - b))
    expect(told.every((done) => done >= 0 && done <= 1)).toBe(true)
  })

  it('ends with what it is ended with', async () => {
    const enough = new DOMException('Enough.', 'AbortError')
    const stop = () => Promise.reject(enough)
    await expect(readBackup(await writeBackup(long), stop)).rejects.toBe(enough)
    await expect(writeBackup(long, stop)).rejects.toBe(enough)
  })
})
