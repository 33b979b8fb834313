import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import {
  inLibraryOrder,
  LIBRARY_ORDERS,
  type LibraryOrder,
  type LibraryRow,
} from '../domain/learner/libraryOrder.ts'
import type { Readable } from '../domain/words/coverage.ts'
import { minutesOf } from '../domain/words/readingTime.ts'
import { readSetting } from '../storage/readSettings.ts'
import { keepQuietly } from '../storage/refusals.ts'
import { useArticleWords } from './articleWords.ts'
import { useCoverage } from './coverage.ts'
import { useDisk } from './disk.ts'
import { useLibrary } from './library.ts'
import { useMemory } from './memory.ts'
import { useSettings } from './settings.ts'
import { unlessNoDictionary } from './unlessNoDictionary.ts'

const KEY = 'libraryOrder'

/** What the words of a text say of it. */
interface Seen {
  readonly readable: Readable
  readonly minutes: number
}

/** The texts of the library as they are listed: what of each can be read, how long it takes, what is due. */
export const useLibraryRows = defineStore('libraryRows', () => {
  const disk = useDisk()
  const library = useLibrary()
  const memory = useMemory()
  const settings = useSettings()
  const coverage = useCoverage()
  const articleWords = useArticleWords()

  const order = ref<LibraryOrder>('added')
  const seen = shallowRef<ReadonlyMap<string, Seen>>(new Map())
  let looks = 0

  const dueIn = computed(() => {
    const due = new Map<string, number>()
    if (!memory.loaded || memory.changes === 0) return due
    const { survey } = memory.today().queue
    for (const { article } of [...survey.due, ...survey.interday, ...survey.intraday])
      due.set(article, (due.get(article) ?? 0) + 1)
    return due
  })

  const rows = computed<readonly LibraryRow[]>(() =>
    inLibraryOrder(
      library.articles.map(({ id, title, addedAt, archived }) => ({
        id,
        title,
        addedAt,
        archived,
        readable: seen.value.get(id)?.readable ?? null,
        minutes: seen.value.get(id)?.minutes ?? null,
        due: dueIn.value.get(id) ?? 0,
      })),
      order.value,
    ),
  )
  const shown = computed(() => rows.value.filter(({ archived }) => !archived))
  const archived = computed(() => rows.value.filter((row) => row.archived))

  /** Looks at every text: at once where its words were found before, then text by text, the newest first. */
  async function look(): Promise<void> {
    const mine = (looks += 1)
    await Promise.all([library.load(), memory.load(), readOrder()])
    await show()
    for (const { id } of library.articles.filter(({ id }) => !seen.value.has(id))) {
      const readable = await unlessNoDictionary(coverage.of(id))
      if (mine !== looks) return
      if (readable !== null) await show()
    }
  }

  async function show(): Promise<void> {
    const { learning } = settings.learner
    const words = await articleWords.known(learning)
    const found = new Map<string, Seen>()
    for (const [id, readable] of await coverage.ofKnown())
      found.set(id, { readable, minutes: minutesOf(words.get(id)?.words ?? [], learning) })
    seen.value = found
  }

  async function readOrder(): Promise<void> {
    const kept = await readSetting(await disk.open(), KEY)
    order.value = LIBRARY_ORDERS.find((one) => one === kept) ?? order.value
  }
  /** Lists the texts in another order, which is remembered where there is room for it. */
  async function sort(wanted: LibraryOrder): Promise<void> {
    order.value = wanted
    const { writeSetting } = await import('../storage/settings.ts')
    const device = await disk.open()
    await keepQuietly(() => writeSetting(device, KEY, wanted))
  }

  return { order, shown, archived, look, sort }
})
