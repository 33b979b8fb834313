import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { Repair } from '../domain/align/repair.ts'
import { beadText } from '../domain/align/repair.ts'
import { coverage as coverageOf, wordsLearnt, type CountedWord } from '../domain/coverage.ts'
import type { Issue } from '../domain/errors.ts'
import { noteIdOfTerm } from '../domain/hash.ts'
import type { Article, Deck, Note, Provenance } from '../domain/model.ts'
import { sentenceNote, termNote } from '../domain/notes.ts'
import { repairDraft } from '../domain/repairArticle.ts'
import { suggestSentences, suggestTerms } from '../domain/terms/suggest.ts'
import type { LayoutChoice, Source } from '../domain/text/layoutTypes.ts'
import { recogniseArticle } from '../storage/articles.ts'
import { deleteDraft, putDraft, readDrafts } from '../storage/drafts.ts'
import { commitImport, firstRevisions, updateDeck } from '../storage/importing.ts'
import { askToPersist } from '../storage/persist.ts'
import { readStarterDeck, STARTER_DECKS, type StarterDeck } from '../storage/starterDecks.ts'
import type { Clip, Draft, Layout, Progress } from '../worker/protocol.ts'
import { useDisk } from './disk.ts'
import { useLanguage } from './language.ts'
import { useLibrary } from './library.ts'
import { useMemory } from './memory.ts'
import { useSettings } from './settings.ts'

export type Stage = 'put' | 'see' | 'pick'

/** What is under way, for the progress bar. */
interface Task {
  readonly step: 'read' | 'dictionary' | Progress['step']
  readonly done: number
}

/** An import under way as it is kept on disk. */
interface Kept {
  readonly stage: Exclude<Stage, 'put'>
  readonly source: Source
  readonly choice: LayoutChoice
  readonly layout: Layout | null
  readonly draft: Draft
  readonly terms: readonly number[]
  readonly sentences: readonly number[]
}

const DRAFT = 'import'
const NOBODY: Provenance = { source: '', author: '', translator: '', date: '', licence: '' }
/** Sentences offered for ticking; the rest can be learnt from the article at any time. */
const OFFERED_SENTENCES = 12

/** An import from paste to commit: what was put in, what was seen, what was picked. Every step can be undone. */
export const useImporting = defineStore('importing', () => {
  const disk = useDisk()
  const language = useLanguage()
  const memory = useMemory()
  const library = useLibrary()
  const settings = useSettings()

  const stage = ref<Stage>('put')
  const task = shallowRef<Task | null>(null)
  const issues = shallowRef<readonly Issue[]>([])
  /** The encoding each file was read in; empty for the clipboard. */
  const encodings = shallowRef<readonly string[]>([])
  const layout = shallowRef<Layout | null>(null)
  const draft = shallowRef<Draft | null>(null)
  const history = shallowRef<readonly Draft[]>([])
  const pickedTerms = shallowRef<ReadonlySet<number>>(new Set())
  const pickedSentences = shallowRef<ReadonlySet<number>>(new Set())
  const offered = shallowRef<readonly number[]>([])
  const words = shallowRef<readonly CountedWord[] | null>(null)
  const duplicate = ref<string | null>(null)
  const resumed = ref(false)
  let source: Source | null = null
  /** Kept so that they can be read again in another encoding. */
  let files: readonly File[] = []
  let choice: LayoutChoice = {}
  let abort: AbortController | null = null

  const learning = computed(() => settings.learner.learning)
  const canUndo = computed(() => history.value.length > 0)
  const deck = (): Deck | null => (source?.kind === 'deck' ? source.deck : null)

  // ------------------------------------------------------------ step 1: put it in

  async function takeClip(clip: Clip): Promise<void> {
    await take((client) => client.thread.readClip(clip))
  }

  async function takeFiles(given: readonly File[], encoding?: string): Promise<void> {
    await take(async (client) =>
      client.readFiles(
        await Promise.all(
          given.map(async (file) => ({
            name: file.name,
            bytes: new Uint8Array(await file.arrayBuffer()),
            ...(encoding === undefined ? {} : { encoding }),
          })),
        ),
      ),
    )
    files = given
  }

  /** Reads the same files again, in the encoding the learner says they have. */
  async function readAs(encoding: string): Promise<void> {
    await takeFiles(files, encoding)
  }

  /** A sample ready at once: the starter deck that suits the level, as somebody would paste it. */
  async function startWithSample(): Promise<void> {
    const { hsk, cefr } = settings.learner
    const beginner = learning.value === 'zh' ? (hsk ?? 0) < 3 : cefr === null || cefr < 'B1'
    const sample = STARTER_DECKS[beginner ? 0 : 2]
    if (sample !== undefined) await takeStarterDeck(sample)
  }

  async function takeStarterDeck(starter: StarterDeck): Promise<void> {
    const bytes = await readStarterDeck(starter)
    await take((client) => client.readFiles([{ name: starter.file, bytes }]))
  }

  type Client = Awaited<ReturnType<typeof language.open>>

  async function take(read: (client: Client) => ReturnType<Client['readFiles']>): Promise<void> {
    await startOver()
    await running(async (signal) => {
      const client = await opened()
      task.value = { step: 'read', done: 0 }
      const { value, issues: found } = await read(client)
      issues.value = found
      if (value === null) return
      source = value.source
      encodings.value = value.source.kind === 'deck' ? [] : value.encodings
      await build(client, signal)
    })
  }

  async function opened(): Promise<Client> {
    task.value = { step: 'dictionary', done: 0 }
    return await language.open()
  }

  /** Runs something long: one at a time, with progress, and cancel brings back what was before. */
  async function running(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    abort?.abort()
    const own = new AbortController()
    abort = own
    try {
      await work(own.signal)
    } finally {
      if (abort === own) {
        task.value = null
        abort = null
      }
    }
  }

  function cancel(): void {
    abort?.abort()
  }

  // ------------------------------------------------------------ step 2: what I see

  async function build(client: Client, signal: AbortSignal): Promise<void> {
    if (source === null) return
    const own = deck()
    if (own !== null) {
      layout.value = null
      await see(await client.thread.draftOf(own), own.id)
      return
    }
    const { value, issues: found } = await client.thread.recognise(source, choice)
    issues.value = [...issues.value.filter((issue) => issue.code === 'encodingGuessed'), ...found]
    if (value === null) return
    const onProgress = (progress: Progress) => {
      if (!signal.aborted) task.value = progress
    }
    const built = await client.build(value, learning.value, onProgress, signal)
    signal.throwIfAborted()
    layout.value = value
    await see(built)
  }

  async function see(built: Draft, id?: string): Promise<void> {
    draft.value = built
    history.value = []
    stage.value = 'see'
    const same = await recogniseArticle(await disk.open(), {
      contentHash: built.contentHash,
      ...(id === undefined ? {} : { id }),
    })
    duplicate.value = same !== null && same.deletedAt === undefined ? same.id : null
    await keep()
  }

  /** Overrules what was seen and aligns again. */
  async function choose(wanted: LayoutChoice): Promise<void> {
    choice = wanted
    await running(async (signal) => build(await opened(), signal))
  }

  async function repair(at: number, action: Repair): Promise<void> {
    if (draft.value === null) return
    history.value = [...history.value, draft.value]
    draft.value = repairDraft(draft.value, at, action)
    await keep()
  }

  async function undo(): Promise<void> {
    const before = history.value[history.value.length - 1]
    if (before === undefined) return
    draft.value = before
    history.value = history.value.slice(0, -1)
    await keep()
  }

  // ------------------------------------------------------------ step 3: what to learn

  async function goTo(wanted: Exclude<Stage, 'put'>): Promise<void> {
    if (wanted === 'pick') await prepare()
    stage.value = wanted
    await keep()
  }

  /** Ticks what is worth it for this learner, and counts what they know. */
  async function prepare(): Promise<void> {
    const whole = draft.value
    if (whole === null) return
    await memory.load()
    words.value = await countWords(whole)
    const knowledge = (word: CountedWord) =>
      memory.knowledgeOf(word.key, word.level, learning.value)
    const ticked = suggestTerms(whole, learning.value, words.value, knowledge)
    pickedTerms.value = new Set(ticked)
    const suggested = suggestSentences(whole, learning.value, words.value, knowledge)
    offered.value = suggested.slice(0, OFFERED_SENTENCES)
    pickedSentences.value = new Set(suggested.slice(0, 8))
  }

  async function countWords(whole: Draft): Promise<readonly CountedWord[]> {
    const { thread } = await language.open()
    const segments = whole.segments[learning.value]
    const texts = segments.map(({ start, end }) => whole.texts[learning.value].slice(start, end))
    const found = await thread.words(texts, learning.value)
    return found.flatMap((own, i) =>
      own.flatMap((word) =>
        word.kind === 'word'
          ? {
              key: word.key,
              level: word.level,
              start: word.start + (segments[i]?.start ?? 0),
              end: word.end + (segments[i]?.start ?? 0),
            }
          : [],
      ),
    )
  }

  const coverage = computed(() => {
    const whole = draft.value
    if (whole === null || words.value === null) return null
    const known = (word: CountedWord) =>
      memory.knowledgeOf(word.key, word.level, learning.value) === 'known'
    const picked = [...pickedTerms.value].flatMap((index) => whole.terms[index] ?? [])
    const learnt = wordsLearnt(words.value, picked, learning.value)
    return {
      before: coverageOf(words.value, known),
      after: coverageOf(words.value, (word) => known(word) || learnt.has(word.key)),
    }
  })

  /** Terms that have a note already: picking one adds this article as a context. */
  const met = computed(() => {
    const have = new Set(memory.cards.map((card) => card.note))
    const found = new Set<number>()
    draft.value?.terms.forEach((term, index) => {
      const reading = learning.value === 'zh' ? term.reading : ''
      const id = noteIdOfTerm(learning.value, term[learning.value].trim(), reading, 0)
      if (have.has(id)) found.add(index)
    })
    return found
  })

  const sentences = computed(() => {
    const whole = draft.value
    if (whole === null) return []
    return offered.value
      .filter((bead) => bead < whole.beads.length)
      .map((bead) => ({
        bead,
        zh: beadText(whole, bead, 'zh'),
        en: beadText(whole, bead, 'en'),
      }))
  })

  const toggled = (set: ReadonlySet<number>, item: number): ReadonlySet<number> => {
    const next = new Set(set)
    if (!next.delete(item)) next.add(item)
    return next
  }
  async function toggleTerm(index: number): Promise<void> {
    pickedTerms.value = toggled(pickedTerms.value, index)
    await keep()
  }
  async function toggleSentence(bead: number): Promise<void> {
    pickedSentences.value = toggled(pickedSentences.value, bead)
    await keep()
  }

  /** Writes the article and the picked notes, all or nothing; the article's id. */
  async function commit(): Promise<string> {
    const whole = draft.value
    if (whole === null) throw new TypeError('nothing to commit')
    const device = await disk.open()
    const own = deck()
    const article: Article = {
      id: own?.id ?? device.newId(),
      title: whole.title,
      addedAt: Date.now(),
      provenance: own?.provenance ?? NOBODY,
      contentHash: whole.contentHash,
      revision: { zh: 0, en: 0 },
      segments: whole.segments,
      beads: whole.beads,
      terms: whole.terms,
      ...(own === null ? {} : { deckRevision: own.revision }),
    }
    const updated = own === null ? null : await updateDeck(device, article, whole.texts)
    const receipt = await commitImport(
      device,
      article,
      firstRevisions(article.id, whole.texts),
      notesOf(article, whole),
      DRAFT,
    )
    const title = whole.title.zh || whole.title.en
    await forget()
    library.imported = { title, receipt }
    // Cards that lost their text, or found it again, have been suspended or freed in the log.
    const logged = [...(updated?.entries ?? []), ...receipt.entries].length > 0
    await Promise.all([library.load(), logged ? memory.reload() : memory.reloadCards()])
    if (own === null) await askToPersist(device)
    return receipt.article
  }

  function notesOf(article: Article, whole: Draft): readonly Note[] {
    const now = Date.now()
    const ofTerms = [...pickedTerms.value]
      .toSorted((a, b) => a - b)
      .flatMap((index) => whole.terms[index] ?? [])
      .map((term) => termNote(article, whole.texts, term, learning.value, now))
    const ofSentences = [...pickedSentences.value]
      .toSorted((a, b) => a - b)
      .flatMap((at) => {
        const span = whole.beads[at]?.[learning.value]
        const own = whole.segments[learning.value].slice(span?.from, span?.to)
        const [first, last] = [own[0], own[own.length - 1]]
        if (span === undefined || first === undefined || last === undefined) return []
        const range = { start: first.start, end: last.end }
        return [sentenceNote(article, whole.texts, range, learning.value, now)]
      })
    return [...ofTerms, ...ofSentences]
  }

  // ------------------------------------------------------------ an import under way survives a killed tab

  async function keep(): Promise<void> {
    if (source === null || draft.value === null || stage.value === 'put') return
    const kept: Kept = {
      stage: stage.value,
      source,
      choice,
      layout: layout.value,
      draft: draft.value,
      terms: [...pickedTerms.value],
      sentences: [...pickedSentences.value],
    }
    await putDraft(await disk.open(), DRAFT, { version: 1, ...kept })
  }

  /** Goes on with the import a killed tab left behind; nothing happens when there is none or one is on screen. */
  async function resume(): Promise<void> {
    if (stage.value !== 'put' || task.value !== null) return
    const found = (await readDrafts(await disk.open())).find((record) => record.id === DRAFT)
    if (found === undefined || !isKept(found.value)) return
    const kept = found.value
    source = kept.source
    choice = kept.choice
    layout.value = kept.layout
    draft.value = kept.draft
    if (kept.stage === 'pick') {
      await prepare()
      pickedTerms.value = new Set(kept.terms)
      pickedSentences.value = new Set(kept.sentences)
    }
    stage.value = kept.stage
    resumed.value = true
  }

  async function startOver(): Promise<void> {
    cancel()
    await forget()
    await deleteDraft(await disk.open(), DRAFT)
  }

  async function forget(): Promise<void> {
    stage.value = 'put'
    source = null
    files = []
    encodings.value = []
    choice = {}
    issues.value = []
    layout.value = null
    draft.value = null
    history.value = []
    words.value = null
    duplicate.value = null
    resumed.value = false
    pickedTerms.value = new Set()
    pickedSentences.value = new Set()
    offered.value = []
  }

  return {
    stage,
    task,
    issues,
    encodings,
    layout,
    draft,
    canUndo,
    pickedTerms,
    pickedSentences,
    sentences,
    coverage,
    met,
    duplicate,
    resumed,
    takeClip,
    takeFiles,
    readAs,
    takeStarterDeck,
    startWithSample,
    cancel,
    choose,
    repair,
    undo,
    goTo,
    toggleTerm,
    toggleSentence,
    commit,
    resume,
    startOver,
  }
})

/** Whether a kept draft is of this version of the app; one from another version is left alone. */
function isKept(value: unknown): value is Kept {
  return (
    typeof value === 'object' &&
    value !== null &&
    'version' in value &&
    value.version === 1 &&
    'draft' in value &&
    'source' in value &&
    'stage' in value &&
    (value.stage === 'see' || value.stage === 'pick')
  )
}
