import { computed, type Ref, ref } from 'vue'
import { type ArticleTexts, readVersion } from '../../domain/article/showArticle.ts'
import type { StoredArticle } from '../../storage/articles.ts'
import type { Disk } from '../../storage/database.ts'
import { leaveVersion, takeVersion } from '../../storage/editing.ts'
import { type Doing, useUndo } from '../undo.ts'

/** Another version of the open article that came from another device: to look at, take or leave. A part of the reader store. */
export function otherVersion(
  source: Readonly<Ref<StoredArticle | null>>,
  open: () => Promise<Disk>,
) {
  const undo = useUndo()
  const wantsLook = ref(false)
  const offered = computed(() => source.value?.offered[0] ?? null)
  /** Whether it is on screen in the place of the one that is kept. */
  const looking = computed(() => wantsLook.value && offered.value !== null)

  /** What is on screen. */
  const onScreen = computed<ArticleTexts | null>(() => {
    const [kept, other] = [source.value, offered.value]
    if (kept === null || other === null || !wantsLook.value) return kept
    const content = readVersion(kept.row, kept.tree, other)
    return content && { ...content, tree: kept.tree }
  })

  function look(wanted: boolean): void {
    wantsLook.value = wanted
  }

  async function settle(work: typeof takeVersion, what: Doing): Promise<void> {
    const [kept, other] = [source.value, offered.value]
    if (kept === null || other === null) return
    look(false)
    const { undo: back } = await work(await open(), kept, other)
    if (back !== undefined) undo.push({ what, title: '', place: 'shell', undo: back })
  }
  const take = () => settle(takeVersion, 'article.versionTaken')
  const leave = () => settle(leaveVersion, 'article.versionLeft')

  return { offered, looking, onScreen, look, take, leave }
}
