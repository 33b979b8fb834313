import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { Sides } from '../domain/model.ts'
import { countsOf, type Hit } from '../domain/words/concordance.ts'
import { textsOfPair, type Lines } from '../domain/words/concordanceLines.ts'
import { makeLines, readLines } from '../storage/articleLines.ts'
import { articleHeads, isShownHead } from '../storage/derived/libraryHeads.ts'
import type { ArticleHead } from '../storage/records.ts'
import { useArticleWords } from './articleWords.ts'
import { useChanges } from './changes.ts'
import {
  NO_HELP,
  search,
  type Corpus,
  type Found,
  type Help,
  type ReadAs,
} from './concordance/search.ts'
import { useDisk } from './disk.ts'
import { useLanguage } from './language.ts'
import { meansOf } from './tappedWord/ownSentences.ts'
import { unlessNoDictionary } from './unlessNoDictionary.ts'
import { useWordCuts } from './wordCuts.ts'

/** Articles that are read at once, and between two looks at what is found by now while their lines are made. */
const AT_ONCE = 20

/** Words that sound as was typed of which the dictionary is asked. */
const MOST_HELPED = 5

/** A word in all articles: where it stands, what stands for it there, and how often. */
export const useConcordance = defineStore('concordance', () => {
  const disk = useDisk()
  const language = useLanguage()
  const articleWords = useArticleWords()
  const wordCuts = useWordCuts()

  const heads = shallowRef<readonly ArticleHead[]>([])
  const corpus = shallowRef<Corpus>({ lines: new Map(), words: new Map() })
  const typed = ref('')
  const wanted = ref<ReadAs | null>(null)
  const help = shallowRef<Help>(NO_HELP)
  const found = shallowRef<Found | null>(null)
  /** Whether articles are still looked through for the first time. */
  const busy = ref(false)
  /** Of the hits, those with this counterpart, or of this article. */
  const counterpart = ref<string | null>(null)
  const article = ref<string | null>(null)

  const kept = new Map<string, Lines>()
  let reading: Promise<void> | null = null
  let searches = 0

  useChanges().onChange(async ({ articles, everything }) => {
    if (!everything && articles.size === 0) return
    if (everything) kept.clear()
    else for (const id of articles) kept.delete(id)
    reading = null
  })
  wordCuts.onChange(async () => {
    reading = null
  })

  /** Reads what is to be searched, newest articles first; what was never searched takes a while the first time. */
  async function load(): Promise<void> {
    reading ??= read()
    try {
      await reading
    } catch (error) {
      reading = null
      throw error
    }
  }

  async function read(): Promise<void> {
    const device = await disk.open()
    heads.value = (await articleHeads(device))
      .filter(isShownHead)
      .toSorted((a, b) => b.addedAt - a.addedAt)
    const ids = heads.value.map(({ id }) => id)
    for (let at = 0; at < ids.length; at += AT_ONCE) {
      const asked = ids.slice(at, at + AT_ONCE).filter((id) => !kept.has(id))
      for (const [id, lines] of await readLines(device, asked)) kept.set(id, lines)
      if (at === 0) gatherLines()
    }
    await gather()
    const missing = ids.filter((id) => !kept.has(id))
    busy.value = missing.length > 0
    try {
      for (const [at, id] of missing.entries()) {
        const lines = await makeLines(device, id)
        if (lines !== null) kept.set(id, lines)
        if (at % AT_ONCE === AT_ONCE - 1) await gather()
      }
      if (missing.length > 0) await gather()
    } finally {
      busy.value = false
    }
  }

  async function gather(): Promise<void> {
    gatherLines(await articleWords.known('zh'))
  }
  /** Hanzi and English need no more than the lines. */
  function gatherLines(words = corpus.value.words): void {
    const lines = new Map<string, Lines>()
    for (const { id } of heads.value) {
      const own = kept.get(id)
      if (own !== undefined) lines.set(id, own)
    }
    corpus.value = { lines, words }
    look()
  }

  /** Finds the words of articles that have never been cut into any: until then hanzi are found, and no pinyin. */
  async function findWords(): Promise<void> {
    await load()
    const missing = [...corpus.value.lines.keys()].filter((id) => !corpus.value.words.has(id))
    for (const [at, id] of missing.entries()) {
      await articleWords.find(id, 'zh')
      if (at % AT_ONCE === AT_ONCE - 1) await gather()
    }
    if (missing.length > 0) await gather()
  }

  function look(): void {
    found.value =
      typed.value === '' ? null : search(corpus.value, typed.value, wanted.value, help.value)
  }

  /** Searches for what was typed; at once by its letters, then with what the dictionary knows of it. */
  async function find(text: string, readAs: ReadAs | null = null): Promise<void> {
    const mine = (searches += 1)
    const isOther = text.trim() !== typed.value
    typed.value = text.trim()
    wanted.value = readAs
    if (isOther) help.value = NO_HELP
    choose({})
    look()
    await load()
    if (typed.value === '' || mine !== searches) return
    const isNow = () => mine === searches && found.value !== null
    await ask(isNow)
    if (!isNow()) return
    await unlessNoDictionary(findWords())
    if (found.value?.readAs === 'pinyin') await ask(isNow)
  }

  /** Asks the dictionary what it knows of what is looked for, and looks again. */
  async function ask(isNow: () => boolean): Promise<void> {
    const { readAs, hits: all } = found.value ?? { readAs: null, hits: [] }
    const forms = readAs === 'pinyin' ? countsOf(all.map(({ form }) => form)) : []
    const words = readAs === 'pinyin' ? forms.map(([form]) => form) : [typed.value]
    const helps = await unlessNoDictionary(Promise.all(words.slice(0, MOST_HELPED).map(helpFor)))
    if (helps === null || !isNow()) return
    help.value = {
      forms: helps.flatMap((one) => one.forms),
      means: helps.flatMap((one) => one.means),
    }
    look()
  }

  async function helpFor(text: string): Promise<Help> {
    const { thread } = await language.open()
    const isHan = /\p{Script=Han}/u.test(text)
    const side = isHan ? 'zh' : 'en'
    const [simplified, traditional, info] = await Promise.all([
      isHan ? thread.convert([text], 'simplified') : [],
      isHan ? thread.convert([text], 'traditional') : [],
      thread.lookUp(text, 0, side),
    ])
    const isWhole = info?.range.start === 0 && info.range.end === text.length
    const means = isWhole ? [...meansOf(info, side)] : []
    return { forms: [...simplified, ...traditional], means }
  }

  /** Narrows what is shown; an empty choice shows all. */
  function choose(only: { counterpart?: string; article?: string }): void {
    counterpart.value = only.counterpart ?? null
    article.value = only.article ?? null
  }

  const hits = computed(() => found.value?.hits ?? [])
  const shown = computed(() =>
    hits.value.filter(
      (hit) =>
        (counterpart.value === null || hit.counterpart === counterpart.value) &&
        (article.value === null || hit.article === article.value),
    ),
  )
  const textsOf = ({ article: id, pair }: Hit): Sides<string> => {
    const lines = corpus.value.lines.get(id)
    return lines === undefined ? { zh: '', en: '' } : textsOfPair(lines, pair)
  }
  /** How often each counterpart stands for it, the commonest first. */
  const counterparts = computed(() =>
    countsOf(hits.value.map((hit) => hit.counterpart)).filter(([word]) => word !== ''),
  )
  /** How often each word is met that it is only a part of. */
  const inside = computed(() =>
    countsOf(
      hits.value.flatMap((hit) =>
        hit.around === null ? [] : [textsOf(hit).zh.slice(hit.around.start, hit.around.end)],
      ),
    ),
  )
  /** Of each article with hits how many, as they are shown. */
  const articles = computed(() => {
    const counts = new Map(countsOf(hits.value.map((hit) => hit.article)))
    return heads.value.flatMap(({ id, title }) => {
      const count = counts.get(id)
      return count === undefined ? [] : [{ id, title, count }]
    })
  })

  return {
    typed,
    found,
    busy,
    counterpart,
    article,
    shown,
    counterparts,
    inside,
    articles,
    count: computed(() => hits.value.length),
    searched: computed(() => corpus.value.lines.size),
    textsOf,
    find,
    choose,
  }
})
