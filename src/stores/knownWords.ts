import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { Issue } from '../domain/errors.ts'
import type { Source } from '../domain/text/layoutTypes.ts'
import { listedEntries } from '../domain/words/listedEntries.ts'
import { markKnown } from '../storage/settings.ts'
import { useDisk } from './disk.ts'
import { useLanguage } from './language.ts'
import { useMemory } from './memory.ts'
import { useSettings } from './settings.ts'
import { useUndo } from './undo.ts'
import { useWordCuts } from './wordCuts.ts'

/** What a list of known words holds for this learner. */
export interface KnownList {
  /** To be marked. */
  readonly words: readonly string[]
  /** How many are known already. */
  readonly already: number
  /** What is no single word of the dictionary. */
  readonly left: readonly string[]
}

/** Lists of words that the learner knows, from whatever file: looked at first, then marked in one step that can be undone. */
export const useKnownWords = defineStore('knownWords', () => {
  const disk = useDisk()
  const language = useLanguage()
  const memory = useMemory()
  const settings = useSettings()
  const cuts = useWordCuts()
  const stack = useUndo()

  const list = shallowRef<KnownList | null>(null)
  const issues = shallowRef<readonly Issue[]>([])
  const busy = ref(false)

  async function takeText(text: string): Promise<void> {
    await take({ kind: 'text', text })
  }

  /** Files of any format that can be imported. */
  async function takeFiles(files: readonly File[]): Promise<void> {
    const given = await Promise.all(
      files.map(async (file) => ({
        name: file.name,
        bytes: new Uint8Array(await file.arrayBuffer()),
      })),
    )
    await working(async () => {
      const { value, issues: found } = await (await language.open()).readFiles(given)
      issues.value = found
      if (value !== null) await look(value.source)
    })
  }

  const take = (source: Source) =>
    working(async () => {
      issues.value = []
      await look(source)
    })

  async function working(work: () => Promise<void>): Promise<void> {
    list.value = null
    busy.value = true
    try {
      await work()
    } finally {
      busy.value = false
    }
  }

  async function look(source: Source): Promise<void> {
    const side = settings.learner.learning
    const entries = listedEntries(source, side)
    const [{ thread }] = await Promise.all([language.open(), memory.load()])
    const found = await thread.words(entries, side, await cuts.load())
    const words = new Set<string>()
    const known = new Set<string>()
    const left: string[] = []
    for (const [at, entry] of entries.entries()) {
      const inside = (found[at] ?? []).filter(({ kind }) => kind !== 'space')
      const [word] = inside
      if (word === undefined || inside.length > 1 || word.kind !== 'word') left.push(entry)
      else if (memory.knowledgeOf(word.key, word.level, side) === 'known') known.add(word.key)
      else words.add(word.key)
    }
    if (entries.length === 0) issues.value = [{ code: side === 'zh' ? 'noChinese' : 'noEnglish' }]
    else list.value = { words: [...words], already: known.size, left }
  }

  /** Marks the words of the list, all of them or none. */
  async function mark(): Promise<void> {
    const words = list.value?.words ?? []
    const { undo } = await markKnown(await disk.open(), settings.learner.learning, words, true)
    forget()
    if (undo !== undefined)
      stack.push({ what: 'known.marked', title: String(words.length), place: 'shell', undo })
  }

  function forget(): void {
    list.value = null
    issues.value = []
  }
  return { list, issues, busy, takeText, takeFiles, mark, forget }
})
