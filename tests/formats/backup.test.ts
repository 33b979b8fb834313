import { gunzipSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { Entry } from '../../src/domain/model.ts'
import { offersOf } from '../offers.ts'
import { readBackup, writeBackup, type Backup } from '../../src/formats/backup.ts'
import { crc32 } from '../../src/formats/crc32.ts'
import { answer, bitext, termIn } from '../make.ts'

const of = bitext([['双方停火。', 'Both sides cease fire.']])
const article = { ...of.article, terms: [termIn(of.texts, '停火', 'cease fire', 'ting2 huo3')] }
const { terms, sentences } = offersOf(article, of.texts, 'zh', 7)

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

const backup: Backup = {
  createdAt: 1_700_000_000_000,
  articles: [
    {
      id: 'A',
      article,
      care: [{ note: 'n', why: 'lost', suspensions: ['E6'] }],
      taken: { sentences: ['s'], terms: [{ note: 't', contexts: terms[0]!.contexts }] },
    },
  ],
  revisions: of.revisions,
  notes: [...terms, { ...terms[0]!, edits: { gloss: ['truce'] }, deletedAt: 5 }, ...sentences],
  entries,
  settings: [{ key: 'learner', value: { theme: 'dark' } }],
}

const lines = async (): Promise<string[]> =>
  gunzipSync(await writeBackup(backup))
    .toString()
    .trimEnd()
    .split('\n')

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text))

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
    const text = `${(await lines()).join('\n')}\n`
    expect((await readBackup(bytesOf(text))).value).toEqual(backup)
    expect((await readBackup(bytesOf(text.trimEnd()))).value).toEqual(backup)
  })

  it('may be empty, or large', async () => {
    const none = { createdAt: 1, articles: [], revisions: [], notes: [], entries: [], settings: [] }
    expect((await readBackup(await writeBackup(none))).value).toEqual(none)
    const many = Array.from({ length: 3_000 }, (_, i) => answer({ id: `E${i}` }))
    const large = { ...none, entries: many }
    expect((await readBackup(await writeBackup(large))).value).toEqual(large)
  })

  it('keeps fields it does not know', async () => {
    const text = (await lines()).map((line) => line.replace('"E4",', '"E4","mood":"calm",'))
    const footer = text.pop()
    expect(footer).toContain('crc32')
    const body = `${text.join('\n')}\n`
    const crc = crc32(bytesOf(body))
    const { value } = await readBackup(bytesOf(`${body}${JSON.stringify({ crc32: crc })}\n`))
    expect(value?.entries[3]).toMatchObject({ id: 'E4', mood: 'calm' })
  })
})

describe('the lines of a backup', () => {
  it('can be read without this program', async () => {
    const [first, ...rest] = (await lines()).map((line): unknown => JSON.parse(line))
    expect(first).toMatchObject({
      format: 'duizhao-backup',
      version: 1,
      counts: { articles: 1, revisions: 2, notes: 3, entries: 11, settings: 1 },
      answer: expect.arrayContaining(['id', 'card', 'rating', 'dueDay']),
    })
    expect(rest.map((line) => Object.keys(line ?? {})[0])).toEqual([
      'setting',
      'article',
      'revision',
      'revision',
      ...Array<string>(3).fill('note'),
      ...Array<string>(2).fill('answer'),
      ...Array<string>(9).fill('entry'),
      'crc32',
    ])
  })

  it('keep an answer with a field of a newer version as it is', async () => {
    const newer = { ...answer(), mood: 'calm' }
    const { value } = await readBackup(await writeBackup({ ...backup, entries: [newer] }))
    expect(value?.entries).toEqual([newer])
  })
})

/** The file with other lines, and their right checksum. */
function signed(all: readonly string[]): Uint8Array<ArrayBuffer> {
  const body = `${all.slice(0, -1).join('\n')}\n`
  return bytesOf(`${body}${JSON.stringify({ crc32: crc32(bytesOf(body)) })}\n`)
}

describe('what a newer version wrote', () => {
  const fromNewer = (entry: object): Entry => entry as Entry
  const newer: Backup = {
    ...backup,
    articles: backup.articles.map((record) => ({
      ...record,
      mood: 'calm',
      article: { ...record.article, audio: ['a.mp3'] },
    })),
    notes: backup.notes.map((note) => ({ ...note, kinds: ['read', 'listen'], picture: 'p' })),
    entries: [
      ...entries,
      fromNewer({ type: 'mnemonic', id: 'N1', at: 20, device: 'D', card: 'c', text: '停' }),
      fromNewer({ type: 'goal', id: 'N2', at: 21, device: 'D', perDay: 9 }),
      fromNewer({ ...answer({ id: 'N3' }), rating: 'superb' }),
      fromNewer({
        ...answer({ id: 'N4', card: 'n/listen/zh-en' }),
        phase: 'mastered',
        mood: 'calm',
      }),
    ],
    settings: [{ key: 'learner', value: { theme: 'sepia', pace: 3 } }],
    unknown: [{ recording: { id: 'r', bytes: 'AAAA' } }, { tag: 'x' }, { tag: 'y' }],
  }

  it('comes out of a backup as it went in, and again', async () => {
    const once = (await readBackup(await writeBackup(newer))).value
    expect(once).toEqual(newer)
    expect((await readBackup(await writeBackup(once!))).value).toEqual(newer)
  })

  it('is counted: a record of an unknown kind that is missing is missed', async () => {
    const all = gunzipSync(await writeBackup(newer))
      .toString()
      .trimEnd()
      .split('\n')
    expect((await readBackup(signed(all))).value).toEqual(newer)
    const at = all.findIndex((line) => line.startsWith('{"tag"'))
    expect(await issuesOf(signed(all.toSpliced(at, 1)))).toEqual([{ code: 'backupDamaged' }])
  })

  it.each([
    ['a rating that is no word', { ...answer({ id: 'E1' }), rating: 3 }],
    ['a known type without its field', { type: 'bury', id: 'E', at: 1, device: 'D', card: 'c' }],
    ['an unknown type without an id', { type: 'goal', at: 1, device: 'D' }],
    ['no type', { id: 'E', at: 1, device: 'D' }],
  ])('is no excuse for an entry with %s', async (_what, entry) => {
    const all = await lines()
    const at = all.findIndex((line) => line.startsWith('{"entry"'))
    const bad = signed(all.with(at, JSON.stringify({ entry })))
    expect(await issuesOf(bad)).toMatchObject([{ code: 'backupDamaged', line: at + 1 }])
  })

  it.each(['7', '[]', '{}', '{"tag":1,"more":2}'])('is no line that says %s', async (line) => {
    expect(await issuesOf(signed((await lines()).with(4, line)))).toMatchObject([
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
    ['a newer version', gzipSync('{"format":"duizhao-backup","version":2}\n'), 'backupTooNew'],
    ['half a header', gzipSync('{"format":"duizhao-backup","version":1}\n'), 'backupDamaged'],
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
    const text = change(await lines()).join('\n')
    expect((await issuesOf(bytesOf(text))).map(({ code }) => code)).toEqual(['backupDamaged'])
  })

  it('says which line cannot be read', async () => {
    const all = await lines()
    expect(await issuesOf(bytesOf(all.with(4, '{"note":').join('\n')))).toEqual([
      { code: 'backupDamaged', line: 5, found: '{"note":' },
    ])
    expect(await issuesOf(bytesOf(all.with(4, '{"note":{"id":7}}').join('\n')))).toMatchObject([
      { code: 'backupDamaged', line: 5 },
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
