import { repairDraft } from '../domain/article/edit.ts'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { Repair } from '../domain/bitext/repair.ts'
import type { Issue } from '../domain/errors.ts'
import { firstText } from '../domain/learner/firstText.ts'
import type { Deck } from '../domain/model.ts'
import type { LayoutChoice, Source } from '../domain/text/layoutTypes.ts'
import { recogniseArticle } from '../storage/articles.ts'
import { commitImport } from '../storage/importing.ts'
import { readStarterDeck } from '../storage/starterDecks.ts'
import type { Draft, Layout, Progress } from '../worker/language/protocol.ts'
import { useDisk } from './disk.ts'
import { useLanguage } from './language.ts'
import { articleOf } from './importing/articleOf.ts'
import { type Read, type Taken, whatWasGiven } from './importing/given.ts'
import { DRAFT, keptImport } from './importing/kept.ts'
import { deckUpdate } from './importing/deckUpdate.ts'
import { longTask } from './importing/longTask.ts'
import { otherReviews } from './importing/otherReviews.ts'
import { stillChosen } from './importing/stillChosen.ts'
import { type SeenTable, tableSeen } from './importing/tableSeen.ts'
import { useMemory } from './memory.ts'
import { useProblems } from './problems.ts'
import { usePicking } from './picking.ts'
import { useSettings } from './settings.ts'
import { useUndo } from './undo.ts'
import { useUpdates } from './updates.ts'

export type Stage = 'put' | 'see' | 'pick'

/** An import from paste to commit: what was put in, what was seen, what was picked. Every step can be undone. */
export const useImporting = defineStore('importing', () => {
  const disk = useDisk()
  const language = useLanguage()
  const memory = useMemory()
  const problems = useProblems()
  const stack = useUndo()
  const settings = useSettings()
  const picking = usePicking()
  const kept = keptImport(disk.open)
  const reviews = otherReviews(disk.open)
  const update = deckUpdate(disk.open)

  const stage = ref<Stage>('put')
  const { task, running, cancel } = longTask()
  const issues = shallowRef<readonly Issue[]>([])
  /** The encoding each file was read in; empty for the clipboard. */
  const encodings = shallowRef<readonly string[]>([])
  const layout = shallowRef<Layout | null>(null)
  const draft = shallowRef<Draft | null>(null)
  const duplicate = ref<string | null>(null)
  const resumed = ref(false)
  /** The table that was put in; null when it was none. */
  const table = shallowRef<SeenTable | null>(null)
  let source: Source | null = null
  let choice: LayoutChoice = {}
  /** What was wrong with the file; what its layout lacks comes and goes with the choice. */
  let flaws: readonly Issue[] = []

  // Of what the disk has, another page goes on with it.
  const isUnkept = () => draft.value !== null && draft.value !== kept.onDisk.value
  useUpdates().hold(() => task.value !== null || isUnkept())

  const learning = computed(() => settings.learner.learning)
  const canUndo = computed(() => stack.lastOf('import') !== null)
  const deck = (): Deck | null => (source?.kind === 'deck' ? source.deck : null)

  const given = whatWasGiven(take)
  /** Whether files were put in that could not be read: in another encoding they may be. */
  const refused = computed(() => stage.value === 'put' && given.hasFiles.value)

  /** A sample ready at once: the text a learner of this level begins with. */
  async function startWithSample(): Promise<void> {
    await takeStarterDeck(firstText(settings.learner))
  }

  async function takeStarterDeck(file: string): Promise<void> {
    const bytes = await readStarterDeck(file)
    await take((client, signal) => client.readFiles([{ name: file, bytes }], signal))
  }

  type Client = Awaited<ReturnType<typeof language.open>>

  async function take(read: Read): Promise<void> {
    await startOver()
    await running(async (signal) => {
      const client = await opened(signal)
      task.value = { step: 'read', done: 0 }
      const { value, issues: found } = await read(client, signal)
      if (value === null) issues.value = found
      else await build(client, signal, { ...value, issues: found }, {})
    })
  }

  async function opened(signal: AbortSignal): Promise<Client> {
    task.value = { step: 'dictionary', done: 0 }
    return await language.open(signal)
  }

  /** Nothing of it is here before all of it is: when it is cancelled, what was before still is. */
  async function build(
    client: Client,
    signal: AbortSignal,
    taken: Taken,
    wanted: LayoutChoice,
  ): Promise<void> {
    if (taken.source.kind === 'deck') {
      const { deck: own } = taken.source
      const built = await client.thread.draftOf(own, signal)
      hold(signal, taken, wanted, taken.issues)
      layout.value = null
      return await see(built, own.id)
    }
    const { value, issues: found } = await client.thread.recognise(taken.source, wanted, signal)
    const all = [...taken.issues, ...found]
    if (value === null) return hold(signal, taken, wanted, all)
    const onProgress = (progress: Progress) => {
      if (!signal.aborted) task.value = progress
    }
    const built = await client.build(value, learning.value, onProgress, signal)
    hold(signal, taken, wanted, all)
    layout.value = value
    await see(built)
  }

  function hold(
    signal: AbortSignal,
    taken: Taken,
    wanted: LayoutChoice,
    found: readonly Issue[],
  ): void {
    signal.throwIfAborted()
    source = taken.source
    choice = wanted
    flaws = taken.issues
    issues.value = found
    table.value = tableSeen(source)
    encodings.value = source.kind === 'deck' ? [] : taken.encodings
  }

  async function see(built: Draft, id?: string): Promise<void> {
    draft.value = built
    stack.forget('import')
    stage.value = 'see'
    const same = await recogniseArticle(await disk.open(), {
      contentHash: built.contentHash,
      ...(id === undefined ? {} : { id }),
    })
    // Another import may have begun meanwhile.
    if (draft.value !== built) return
    duplicate.value = same !== null && same.deletedAt === undefined ? same.id : null
    await update.look(deck(), same)
    await keep()
  }

  /** Overrules what was seen and aligns again. */
  async function choose(wanted: LayoutChoice): Promise<void> {
    if (source === null) return
    const taken = { source, encodings: encodings.value, issues: flaws }
    const all = stillChosen(choice, wanted)
    await running(async (signal) => build(await opened(signal), signal, taken, all))
  }

  async function repair(at: number, action: Repair): Promise<void> {
    const before = draft.value
    if (before === null) return
    const repaired = repairDraft(before, at, action)
    stack.push({ what: 'import.repaired', title: '', place: 'import', undo: () => change(before) })
    await change(repaired)
  }

  async function change(to: Draft): Promise<void> {
    draft.value = to
    await keep()
  }
  const undo = () => stack.undo('import')

  async function goTo(wanted: Exclude<Stage, 'put'>): Promise<void> {
    if (wanted === 'pick' && draft.value !== null) await prepare(draft.value)
    stage.value = wanted
    await keep()
  }

  async function prepare(whole: Draft): Promise<void> {
    await picking.prepare(whole)
    await reviews.look(source, layout.value, notesReviewed(whole))
  }
  const notesReviewed = (whole: Draft, article = articleOf(whole, deck(), Date.now())) =>
    picking.notesOf(article, whole, article.addedAt, true)

  async function pick(change: () => void): Promise<void> {
    change()
    await keep()
  }
  const toggleTerm = (index: number) => pick(() => picking.toggleTerm(index))
  const toggleSentence = (bead: number) => pick(() => picking.toggleSentence(bead))
  const chooseMany = (count: number) => pick(() => picking.chooseMany(count))

  /** Writes the article and the picked notes, all or nothing; the article's id. */
  async function commit(): Promise<string> {
    const whole = draft.value
    if (whole === null) throw new TypeError('nothing to commit')
    const device = await disk.open()
    const article = articleOf(whole, deck(), Date.now(), source?.origin)
    const notes = picking.notesOf(article, whole, article.addedAt)
    const history = await reviews.entriesOf(source, layout.value, notesReviewed(whole, article))
    const { result, undo: back } = await commitImport(device, article, notes, DRAFT, history)
    const title = whole.title.zh || whole.title.en
    forget()
    if (back !== undefined)
      stack.push({ what: 'import.committed', title, place: 'shell', undo: back })
    // The import is on the disk: what the order of its cards runs into does not undo it.
    await problems.attempt('memory.arrange', () => memory.arrangeNew())
    return result.article
  }

  async function keep(): Promise<void> {
    if (source === null || draft.value === null || stage.value === 'put') return
    const ticks = { terms: [...picking.terms], sentences: [...picking.sentences] }
    const whole = { source, choice, layout: layout.value, draft: draft.value }
    await kept.keep(whole, { stage: stage.value, ...ticks })
  }

  /** Goes on with the import a killed tab left behind; nothing happens when there is none or one is on screen. */
  async function resume(): Promise<void> {
    if (stage.value !== 'put' || task.value !== null) return
    const left = await kept.read()
    if (left === null) return
    source = left.source
    table.value = tableSeen(left.source)
    choice = left.choice
    layout.value = left.layout
    draft.value = left.draft
    if (left.stage === 'pick') {
      await prepare(left.draft)
      picking.restore(left.terms, left.sentences)
    }
    stage.value = left.stage
    resumed.value = true
  }

  async function startOver(): Promise<void> {
    cancel()
    forget()
    await kept.drop()
  }

  function forget(): void {
    stage.value = 'put'
    source = null
    given.forget()
    flaws = []
    table.value = null
    encodings.value = []
    choice = {}
    issues.value = []
    layout.value = null
    draft.value = null
    stack.forget('import')
    duplicate.value = null
    resumed.value = false
    picking.forget()
    reviews.forget()
    update.forget()
  }

  return {
    stage,
    task,
    issues,
    encodings,
    layout,
    draft,
    canUndo,
    duplicate,
    resumed,
    ...given.controls,
    update: update.found,
    refused,
    reviews: reviews.offered,
    takesReviews: reviews.wanted,
    table,
    takeStarterDeck,
    startWithSample,
    cancel,
    choose,
    repair,
    undo,
    goTo,
    toggleTerm,
    chooseMany,
    toggleSentence,
    commit,
    resume,
    startOver,
  }
})
