import { readVersion, type ShownArticle } from '../../../src/domain/article/showArticle.ts'
import type { NamedVersion } from '../../../src/domain/article/versions.ts'
import type { SharedRevision } from '../../../src/domain/article/sharedRevision.ts'
import {
  contextName,
  hideMet,
  metAnew,
  pickNote,
  sentenceIdOf,
} from '../../../src/domain/notes/noteRow.ts'
import { anchorIn } from '../../../src/domain/article/sharedAnchor.ts'
import type { Note } from '../../../src/domain/model.ts'
import { shuffled } from '../../../src/domain/random.ts'
import { canonical } from '../../../src/domain/records/canonical.ts'
import { emptyRow, fieldOf, withFacts, type Merged } from '../../../src/domain/records/merged.ts'
import { stampDevice, type Clock, type Now } from '../../../src/domain/records/stamp.ts'
import { isAlive, type Written } from '../../../src/domain/records/writing.ts'
import { DECK, importOf, joined, PLAIN, typed } from './bitexts.ts'
import { emptyLibrary, hold, keyOf, takeIn, type Kind, type Library } from './library.ts'
import type { Rules } from './rules.ts'

export interface Act {
  readonly who: number
  readonly what: number
  readonly x: number
  readonly y: number
}

const TERMS = ['t0', 't1'] as const

/** One device with a wall clock of its own, which does what a person does. */
export class Device {
  readonly library = emptyLibrary()
  readonly rules: Rules
  readonly wall: () => number
  clock: Clock
  readonly #shown = new Map<
    string,
    { readonly row: Merged; readonly revisions: number; readonly shown: ShownArticle | null }
  >()

  constructor(rules: Rules, id: string, wall: () => number) {
    this.rules = rules
    this.wall = wall
    this.clock = { device: stampDevice(id), ms: 0, counter: 0 }
  }

  get now(): Now {
    return { clock: this.clock, wallMs: this.wall() }
  }

  row(kind: Kind, id: string): Merged {
    return this.library.rows.get(keyOf(kind, id)) ?? emptyRow(id)
  }

  has(kind: Kind, id: string): boolean {
    return this.library.rows.has(keyOf(kind, id))
  }

  put(kind: Kind, { row, clock }: Written): void {
    this.library.rows.set(keyOf(kind, row.id), row)
    this.clock = clock
  }

  keep(revision: SharedRevision): void {
    this.library.revisions.set(revision.id, revision)
  }

  /** What is shown of an article; worked out again only when something came. */
  shown(article: string): ShownArticle | null {
    const row = this.row('article', article)
    const { revisions } = this.library
    const known = this.#shown.get(article)
    if (known?.row === row && known.revisions === revisions.size) return known.shown
    const shown = this.rules.showArticle(row, revisions.values())
    this.#shown.set(article, { row, revisions: revisions.size, shown })
    return shown
  }

  isShown = (article: string): boolean =>
    this.has('article', article) && isAlive(this.row('article', article))

  write(kind: Kind, id: string, values: Readonly<Record<string, unknown>>): void {
    this.put(kind, this.rules.writeFields(this.row(kind, id), values, this.now))
    const row = this.row(kind, id)
    for (const [name, value] of Object.entries(values))
      hold(canonical(fieldOf(row, name)) === canonical(value), `${name} was not written`)
    hold(isAlive(row) || values['deleted'] === true, 'a later edit does not revive')
  }

  import(article: string, variant: number): void {
    const row = this.library.rows.get(keyOf('article', article)) ?? null
    const done = this.rules.importArticle(row, importOf(article, variant, this.wall()), this.now)
    for (const revision of done.revisions) this.keep(revision)
    this.put('article', done)
    hold(this.isShown(article), 'an import is not alive')
    hold(this.shown(article) !== null, 'an import is not shown')
  }

  /** Types into one sentence, or joins two beads. */
  edit(article: string, { what, x, y }: Act): void {
    const shown = this.shown(article)
    if (shown === null) return
    const row = this.row('article', article)
    let change
    if (what === 5) change = { ...shown.article, beads: joined(shown.article.beads, y % 4) }
    else {
      const side = y % 2 === 0 ? 'zh' : 'en'
      // Often the same edit as on another device.
      const at = (what === 2 ? x : (x >> 1) % 2) % shown.article.segments[side].length
      const letter = '错改'[(y >> 1) % 2]!
      const made = typed(shown, side, at, (text) => text.slice(0, 2) + letter + text.slice(3))
      this.keep(made.revision)
      change = made.change
    }
    this.put('article', this.rules.editArticle(row, shown, change, this.now))
    const after = this.shown(article)
    hold(this.isShown(article), 'an edit does not revive')
    hold(canonical(after?.article.segments) === canonical(change.segments), 'an edit is not shown')
    hold(canonical(after?.article.beads) === canonical(change.beads), 'an edit is not shown')
    this.isNothingNew(row, shown, after, 'an edit')
  }

  /** Takes or leaves another version, if there is one. */
  settle(article: string, y: number): void {
    const shown = this.shown(article)
    const offered = shown?.offered[0]
    if (!shown || offered === undefined) return
    const act = y % 2 === 0 ? this.rules.takeVersion : this.rules.leaveVersion
    const row = this.row('article', article)
    this.put('article', act(row, shown, offered, this.now))
    const after = this.shown(article)
    hold(after?.offered.every(({ id }) => id !== offered.id) === true, 'it is still offered')
    const revision = y % 2 === 0 ? offered.body.revision : shown.article.revision
    hold(canonical(after?.article.revision) === canonical(revision), 'another one was taken')
    this.isNothingNew(row, shown, after, 'a choice')
  }

  /** What is written over one version offers no other, unless it happens to bring what that was waiting for. */
  isNothingNew(row: Merged, before: ShownArticle, after: ShownArticle | null, what: string): void {
    const known = new Set(before.offered.map(({ id }) => id))
    const isNew = (version: NamedVersion) =>
      !known.has(version.id) && readVersion(row, before.tree, version) !== null
    hold(after !== null && !after.offered.some(isNew), `${what} brings something back`)
  }

  delete(kind: Kind, id: string): void {
    if (!this.has(kind, id)) return
    this.put(kind, this.rules.deleteRow(this.row(kind, id), this.now))
    hold(!isAlive(this.row(kind, id)), 'a deletion does not delete')
  }

  /** Picks a term, or a sentence, of an article. */
  pick(article: string, { x, y }: Act): void {
    const shown = this.shown(article)
    if (shown === null || !this.isShown(article)) return
    const { texts, tree } = shown
    const revision = tree.revisionOf(shown.article.revision.zh)!
    const segment = shown.article.segments.zh[y % 3]!
    const base = { learning: 'zh', createdAt: this.wall() } as const
    let note: Note
    if (y % 3 === 0) {
      const anchor = anchorIn(revision, texts.zh, segment)
      note = { kind: 'sentence', id: sentenceIdOf(anchor, tree), ...base, anchor }
    } else {
      const zh = anchorIn(revision, texts.zh, { start: segment.start, end: segment.start + 2 })
      note = {
        kind: 'term',
        id: TERMS[x % 2]!,
        ...base,
        headword: '河边',
        reading: 'he2 bian1',
        sense: 0,
        gloss: [`of release ${y % 4}`],
        counterparts: [`way ${x % 3}`],
        level: {},
        contexts: [{ article, zh, en: null, quote: { zh: zh.quote, en: '' } }],
      }
    }
    const row = this.library.rows.get(keyOf('note', note.id)) ?? null
    this.put('note', pickNote(row, note, y % 4, this.now))
    const stands = this.rules.showNote(this.row('note', note.id), this.isShown)
    hold(stands?.state === 'alive', 'a note that was picked is not asked')
    const isMetAgain =
      row !== null && isAlive(row) && this.rules.showNote(row, this.isShown) !== null
    if (isMetAgain && x % 3 === 0) this.unpick(row, note)
  }

  /** Takes back that a note was met again. */
  unpick(before: Merged, note: Note): void {
    // Shown or not, and in any order: a place that both met keeps the earlier moment, and what it says with it.
    const places = (row: Merged) => {
      const shown = this.rules.showNote(row, () => true)?.note
      if (shown?.kind !== 'term') return ''
      const names = shown.contexts.map(contextName)
      return canonical([names.toSorted(), shown.counterparts.toSorted()])
    }
    this.put('note', hideMet(this.row('note', note.id), metAnew(before, note), this.now))
    hold(places(this.row('note', note.id)) === places(before), 'a place met anew cannot be undone')
  }

  editNote(id: string, x: number): void {
    if (!this.has('note', id)) return
    this.write('note', id, { gloss: [`own ${x % 5}`] })
    const shown = this.rules.showNote(this.row('note', id), this.isShown)
    const own = shown?.note.kind === 'term' ? shown.note.edits?.gloss : undefined
    hold(shown === null || canonical(own) === canonical([`own ${x % 5}`]), 'an edit is not shown')
  }

  /** Something of a later version of the app, and an entry of the log. */
  writeLater(x: number, y: number): void {
    const later = withFacts(this.row('later', 'x'), {
      [`later/${x % 3}`]: { createdAt: y % 2, x: [y % 5] },
    })
    this.put('later', { row: later, clock: this.clock })
    if (this.has('note', 't0'))
      this.put('note', {
        row: withFacts(this.row('note', 't0'), { [`later/${y % 3}`]: x % 4 }),
        clock: this.clock,
      })
    const entry = { id: `e${x}`, at: this.wall(), device: this.clock.device, type: 'unbury' }
    this.put('log', {
      row: withFacts(this.row('log', 'log'), { [entry.id]: entry }),
      clock: this.clock,
    })
  }

  /** Part of what another device has, in any order; of some rows only a part. */
  receive(from: Library, random: () => number): void {
    const before = [DECK, PLAIN].filter((article) => this.shown(article) !== null)
    const some = <T>(all: Iterable<T>, share: number) =>
      shuffled([...all], random).filter(() => random() < share)
    const share = random()
    const part = <T>(values: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
      random() < 0.7 ? values : Object.fromEntries(some(Object.entries(values), 0.5))
    const rows = some(from.rows, share).map(([key, { id, facts, fields }]): [string, Merged] => [
      key,
      { id, facts: part(facts), fields: part(fields) },
    ])
    const revisions = some(from.revisions, share)
    takeIn(this.rules, this.library, { rows: new Map(rows), revisions: new Map(revisions) })
    for (const [, row] of rows) this.clock = this.rules.witnessRow(row, this.now)
    hold(
      before.every((article) => this.shown(article) !== null),
      'what was shown is gone',
    )
  }

  act(act: Act, others: readonly Device[], random: () => number): void {
    const { what, x, y } = act
    const article = x % 2 === 0 ? DECK : PLAIN
    const term = TERMS[y % 2]!
    if (what <= 1) this.import(article, y % 3)
    else if (what <= 5) this.edit(article, act)
    else if (what === 6) this.settle(article, y)
    else if (what === 7) this.delete('article', article)
    else if (what === 8) this.delete('note', term)
    else if (what === 9) this.editNote(term, x)
    else if (what === 10)
      this.write('settings', 'known/zh', { [['天', '河', 'constructor'][y % 3]!]: x % 2 === 0 })
    else if (what === 11)
      this.write('settings', 'learner', { [y % 2 === 0 ? 'newPerDay' : 'hsk']: x % 4 })
    else if (what === 12) this.writeLater(x, y)
    else if (what === 13) {
      const value = y % 3 === 0 ? { [`doubt/${x % 2}`]: y % 2 === 0 } : { archived: y % 2 === 0 }
      if (this.has('article', article)) this.write('article', article, value)
    } else if (what === 14) this.pick(article, act)
    else this.receive(others[x % others.length]!.library, random)
  }
}
