import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { About } from '../domain/article/articleRow.ts'
import type { Sides } from '../domain/model.ts'
import type { Undo } from '../storage/change.ts'
import { readCare } from '../storage/derived/care.ts'
import { articleHeads, isShownHead } from '../storage/derived/libraryHeads.ts'
import type { ArticleHead } from '../storage/records.ts'
import { useChanges } from './changes.ts'
import { useDisk } from './disk.ts'
import { useUndo, type Doing } from './undo.ts'

/** How long the room of a deleted article is kept. */
const KEEP_MS = 86_400_000

/** The articles on this device, newest first. */
export const useLibrary = defineStore('library', () => {
  const disk = useDisk()
  const undo = useUndo()
  const heads = shallowRef<readonly ArticleHead[]>([])
  const loaded = ref(false)

  const articles = computed(() =>
    heads.value.filter(isShownHead).toSorted((a, b) => b.addedAt - a.addedAt),
  )
  const ids = computed(() => new Set(articles.value.map((head) => head.id)))
  /** How many notes cannot be shown as they were learnt. */
  const needCare = ref(0)

  /** The newest article with pairs the aligner is not sure of, and how many. */
  const doubtful = computed(() => articles.value.find((head) => head.doubtful > 0) ?? null)

  async function load(): Promise<void> {
    const device = await disk.open()
    const [all, { unwell }] = await Promise.all([articleHeads(device), readCare(device)])
    heads.value = all
    needCare.value = unwell.size
    loaded.value = true
  }

  useChanges().onChange(async ({ articles: changed, notes, everything }) => {
    if (loaded.value && (everything || changed.size + notes.size > 0)) await load()
  })

  const spoken = (title: Sides<string>): string => title.zh || title.en

  function remember(what: Doing, title: string, back: Undo | undefined): void {
    if (back !== undefined) undo.push({ what, title, place: 'shell', undo: back })
  }
  const titleOf = (id: string): string => {
    const head = articles.value.find((one) => one.id === id)
    return head ? spoken(head.title) : ''
  }

  /** Puts an article away, or brings it back. Its cards are asked as before. */
  async function archive(id: string, archived = true): Promise<void> {
    const { archiveArticle } = await import('../storage/shelving.ts')
    const { undo: back } = await archiveArticle(await disk.open(), id, archived)
    remember(archived ? 'library.archived' : 'library.unarchived', titleOf(id), back)
  }

  /** Says of a text what it is called, where it comes from and for whom it is. */
  async function describe(id: string, about: About): Promise<void> {
    const { describeArticle } = await import('../storage/shelving.ts')
    const { undo: back } = await describeArticle(await disk.open(), id, about)
    remember('library.described', spoken(about.title), back)
  }

  /** Deletes an article: its sentences go, its terms keep a quote, its reviews stay. Can be undone. */
  async function remove(id: string): Promise<void> {
    const title = titleOf(id)
    const { deleteArticle } = await import('../storage/deletion.ts')
    const { undo: back } = await deleteArticle(await disk.open(), id)
    remember('library.removed', title, back)
  }

  /** Gives back the room of what was deleted long ago, and frees cards whose text is found; for an idle moment after the start. */
  async function tidy(): Promise<void> {
    const [{ forgetDeleted }, { releaseFound }] = await Promise.all([
      import('../storage/deletion.ts'),
      import('../storage/care.ts'),
    ])
    const device = await disk.open()
    await forgetDeleted(device, Date.now() - KEEP_MS)
    await releaseFound(device)
  }

  return {
    articles,
    ids,
    loaded,
    needCare,
    doubtful,
    load,
    archive,
    describe,
    remove,
    tidy,
  }
})
