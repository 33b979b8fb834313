import { describe, expect, it } from 'vitest'
import type { SharedRevision } from '../../../src/domain/article/sharedRevision.ts'
import { readVersion, showArticle, versionOf } from '../../../src/domain/article/showArticle.ts'
import {
  editArticle,
  importArticle,
  leaveVersion,
  showAgain,
  takeVersion,
  type Import,
} from '../../../src/domain/article/writeArticle.ts'
import { headOf } from '../../../src/domain/article/articleRow.ts'
import { canonical } from '../../../src/domain/records/canonical.ts'
import { fieldOf, mergeRows, type Merged } from '../../../src/domain/records/merged.ts'
import { deleteRow, isAlive, writeFields } from '../../../src/domain/records/writing.ts'
import { DECK, importOf, joined, PLAIN, typed } from '../notes/bitexts.ts'

const NOW = 1_800_000_000_000

/** A device with one article. */
class Device {
  row: Merged | null = null
  readonly revisions = new Map<string, SharedRevision>()
  clock
  wallMs: number

  constructor(device: string, wallMs = NOW) {
    this.clock = { device, ms: 0, counter: 0 }
    this.wallMs = wallMs
  }
  get now() {
    return { clock: this.clock, wallMs: this.wallMs++ }
  }
  import(it: Import) {
    const done = importArticle(this.row, it, this.now)
    for (const revision of done.revisions) this.revisions.set(revision.id, revision)
    return this.put(done.row)
  }
  put(row: Merged) {
    this.row = row
    return this
  }
  shown() {
    return showArticle(this.row!, this.revisions.values())!
  }
  type(index: number, letter: string) {
    const { change, revision } = typed(this.shown(), 'zh', index, (text) => letter + text.slice(1))
    this.revisions.set(revision.id, revision)
    return this.put(editArticle(this.row!, this.shown(), change, this.now).row)
  }
  take(other: Device) {
    for (const [id, revision] of other.revisions) this.revisions.set(id, revision)
    return this.put(this.row === null ? other.row! : mergeRows(this.row, other.row!))
  }
}

const deckOf = (revision: number) => importOf(DECK, revision - 1, NOW)

describe('an import', () => {
  it('is shown as it came', () => {
    const it = importOf(PLAIN, 0, NOW)
    const { article, texts, offered } = new Device('laptop0000').import(it).shown()
    const { title, provenance, segments, beads, terms } = it
    expect({ article, texts }).toMatchObject({
      article: { id: PLAIN, title, provenance, segments, beads, terms, addedAt: NOW },
      texts: it.texts,
    })
    expect(article).toMatchObject({ contentHashes: ['same'], settledDoubts: [], archived: false })
    expect(article.deckRevision).toBeUndefined()
    expect(offered).toEqual([])
  })

  it('of one text on two devices is one article', () => {
    const laptop = new Device('laptop0000').import(importOf(PLAIN, 0, NOW))
    const phone = new Device('phone00000').import(importOf(PLAIN, 0, NOW + 5)).take(laptop)
    laptop.take(phone)
    expect(canonical(laptop.row)).toBe(canonical(phone.row))
    expect(laptop.shown().article.addedAt).toBe(NOW)
    expect(laptop.shown().offered).toEqual([])
  })

  it('that came first shows of two layouts, and the other one while the first is not whole', () => {
    const laptop = new Device('laptop0000').import(importOf(PLAIN, 1, NOW))
    const phone = new Device('phone00000').import(importOf(PLAIN, 0, NOW + 5))
    const early = laptop.shown().texts
    const half = mergeRows(phone.row!, laptop.row!)
    expect(showArticle(half, phone.revisions.values())?.texts).toEqual(phone.shown().texts)
    expect(phone.take(laptop).shown()).toMatchObject({ texts: early, offered: [] })
  })

  it('of a newer deck takes the place of an older one, in whatever order they come', () => {
    const up = new Device('laptop0000').import(deckOf(1)).import(deckOf(3))
    const down = new Device('phone00000').import(deckOf(3)).import(deckOf(1))
    for (const device of [up, down, up.take(down)])
      expect(device.shown()).toMatchObject({
        texts: deckOf(3).texts,
        offered: [],
        article: { deckRevision: 3, title: deckOf(3).title },
      })
    expect(headOf(up.row!).contentHashes).toEqual(['deck0', 'deck2'])
  })

  it('of a newer deck is offered beside what the learner edited', () => {
    const device = new Device('laptop0000').import(deckOf(1)).type(0, '他').import(deckOf(2))
    const { texts, offered, article } = device.shown()
    expect(texts.zh.startsWith('他')).toBe(true)
    expect(offered.map(({ name }) => name)).toEqual([`${DECK}@2`])
    expect(article.deckRevision).toBe(2)
  })

  it('leaves a title that the learner wrote', () => {
    const device = new Device('laptop0000').import(deckOf(1))
    device.put(writeFields(device.row!, { 'title/en': 'Mine' }, device.now).row)
    expect(device.import(deckOf(2)).shown().article.title).toEqual({ zh: '河', en: 'Mine' })
  })

  it('brings a deleted article back with what was made of it', () => {
    const device = new Device('laptop0000').import(importOf(PLAIN, 0, NOW)).type(1, '他')
    device.put(deleteRow(device.row!, device.now).row)
    expect(headOf(device.row!).deletedAt).toBeGreaterThan(NOW)
    device.import(importOf(PLAIN, 0, NOW + 9))
    expect(isAlive(device.row!)).toBe(true)
    expect(device.shown().texts.zh).toContain('他')
  })
})

describe('an edit', () => {
  const bases = () => {
    const laptop = new Device('laptop0000').import(importOf(PLAIN, 0, NOW))
    return { laptop, phone: new Device('phone00000', NOW + 1000).take(laptop) }
  }

  it('takes the place of what was shown, and terms move along', () => {
    const { laptop } = bases()
    const before = laptop.shown().article.terms[0]!.occurrences[0]!.zh!
    const { change, revision } = typed(laptop.shown(), 'zh', 0, (text) => `今天${text}`)
    laptop.revisions.set(revision.id, revision)
    laptop.put(editArticle(laptop.row!, laptop.shown(), change, laptop.now).row)
    const { texts, article, offered } = laptop.shown()
    const after = article.terms[0]!.occurrences[0]!.zh!
    expect(texts.zh.slice(after.start, after.end)).toBe('河边')
    expect(after.start).toBe(before.start + 2)
    expect(offered).toEqual([])
  })

  it('on each of two devices: the later shows, the other is offered', () => {
    const { laptop, phone } = bases()
    laptop.type(0, '他')
    phone.type(1, '她')
    laptop.take(phone)
    phone.take(laptop)
    for (const device of [laptop, phone]) {
      const { texts, offered, tree } = device.shown()
      expect(texts.zh).toContain('她')
      expect(readVersion(device.row!, tree, offered[0]!)?.texts.zh).toContain('他')
      expect(offered).toHaveLength(1)
    }
  })

  it.each(['take', 'leave'] as const)('%s settles the other version on both devices', (choice) => {
    const { laptop, phone } = bases()
    laptop.type(0, '他')
    laptop.take(phone.type(1, '她'))
    const shown = laptop.shown()
    const choose = choice === 'take' ? takeVersion : leaveVersion
    laptop.put(choose(laptop.row!, shown, shown.offered[0]!, laptop.now).row)
    phone.take(laptop)
    for (const device of [laptop, phone]) {
      expect(device.shown().offered).toEqual([])
      expect(device.shown().texts.zh.includes('他')).toBe(choice === 'take')
    }
  })

  it('that another device made as well is offered to nobody, now or later', () => {
    const { laptop, phone } = bases()
    laptop.type(0, '他')
    laptop.take(phone.type(0, '他'))
    expect(laptop.shown()).toMatchObject({ offered: [], alike: [{}] })
    expect(laptop.type(2, '水').shown()).toMatchObject({ offered: [], alike: [] })
  })

  it('waits until its texts are here', () => {
    const { laptop, phone } = bases()
    phone.type(1, '她')
    const row = mergeRows(laptop.row!, phone.row!)
    expect(showArticle(row, laptop.revisions.values())?.texts).toEqual(laptop.shown().texts)
    expect(showArticle(row, phone.revisions.values())?.texts.zh).toContain('她')
    expect(showArticle(row, [])).toBeNull()
  })

  it('of beads alone writes no revision and an undo names the former version', () => {
    const { laptop } = bases()
    const before = laptop.shown()
    const change = { ...before.article, beads: joined(before.article.beads, 1) }
    laptop.put(editArticle(laptop.row!, before, change, laptop.now).row)
    expect(laptop.shown().article.beads).toEqual(change.beads)
    const former = versionOf(laptop.row!, before.version.id)!
    laptop.put(showAgain(laptop.row!, laptop.shown(), former, laptop.now).row)
    expect(laptop.shown().article.beads).toEqual(before.article.beads)
    expect(laptop.shown().offered).toEqual([])
    expect(laptop.revisions.size).toBe(2)
  })

  it('revives an article that another device deleted before', () => {
    const { laptop, phone } = bases()
    laptop.put(deleteRow(laptop.row!, laptop.now).row)
    laptop.take(phone.type(1, '她'))
    expect(isAlive(laptop.row!)).toBe(true)
    laptop.wallMs = NOW + 5000
    laptop.put(deleteRow(laptop.row!, laptop.now).row)
    expect(isAlive(laptop.take(phone).row!)).toBe(false)
    expect(fieldOf(laptop.row!, 'deleted')).toBe(true)
  })
})
