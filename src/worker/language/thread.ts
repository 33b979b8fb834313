import { openDictionary } from '../../domain/dictionary/cedict.ts'
import type { Dictionary } from '../../domain/dictionary/dictionary.ts'
import { withEnglish } from '../../domain/words/english.ts'
import {
  openLearnersEnglish,
  type LearnersEnglish,
} from '../../domain/dictionary/learnersEnglish.ts'
import type { Accent } from '../../domain/learner/settings.ts'
import { openPronunciations, type Pronunciations } from '../../domain/en/pronunciations.ts'
import { AppError } from '../../domain/errors.ts'
import { buildArticle } from '../../domain/article/build.ts'
import type { Draft, Progress } from '../../domain/article/draft.ts'
import { deckToDraft } from '../../domain/article/deck.ts'
import { openPivots, type Pivots } from '../../domain/dictionary/pivots.ts'
import { findDoubts } from '../../domain/doubts/findDoubts.ts'
import { recogniseLayout } from '../../domain/text/layout.ts'
import { showText } from '../../domain/zh/showText.ts'
import { readClipboard, readInput } from '../../formats/readInput.ts'
import { jobs } from '../serve.ts'
import { linkerWith, type Linker } from '../../domain/terms/linker.ts'
import { learnersTerms } from '../../domain/terms/english/learnersTerms.ts'
import { withSound } from '../../domain/terms/english/withSound.ts'
import { finish, named, part, type Task } from '../../domain/tasks.ts'
import type { Bitext, Doubt, LanguageThread } from './protocol.ts'
import { focusWords } from '../../domain/words/needed.ts'
import { englishGuide, type EnglishGuide } from '../../domain/words/explainEnglish.ts'
import { meantHere } from '../../domain/words/sensesHere.ts'
import { lookUpWord, withIpa, wordsOf } from '../../domain/words/words.ts'

/** What the thread works with; all null until its files are opened. */
export interface LanguageData {
  readonly dictionary: Dictionary | null
  readonly pivots: Pivots | null
  readonly pronunciations: Pronunciations | null
  /** For who learns English. */
  readonly english: LearnersEnglish | null
}

const NOTHING: LanguageData = {
  dictionary: null,
  pivots: null,
  pronunciations: null,
  english: null,
}

/** Of looking for terms, the share that is not about the English of a learner of English. */
const FIRST_TERMS = 0.7

/** The language thread's side: the domain behind messages. It holds the dictionary and the jobs under way, nothing else. */
export function languageThread(data: LanguageData = NOTHING): LanguageThread {
  let { dictionary, pivots, pronunciations, english } = data
  let accent: Accent = 'american'
  let linker: Linker | null = null
  const { run, cancel } = jobs()

  function opened(): Dictionary {
    if (dictionary === null) throw new AppError('dictionaryUnavailable')
    return dictionary
  }
  /** Of the dictionary that is open: the doubts of a draft, and of what a repair made of it, start from its terms' links. */
  function linked(): Linker {
    return (linker ??= linkerWith(opened(), pivots))
  }
  let guide: EnglishGuide | null = null
  const guided = (): EnglishGuide | null => (guide ??= english && englishGuide(english, accent))
  /** The draft with its terms as they are learnt, and their sound. */
  function* spoken(draft: Draft): Task<Draft> {
    if (english === null) return { ...draft, terms: withIpa(draft.terms, pronunciations) }
    const terms = yield* part(0, 0.9, learnersTerms(draft.terms, draft, english))
    return { ...draft, terms: withSound(terms, english, accent, pronunciations) }
  }
  function* built(task: Generator<Progress, Draft>): Generator<Progress, Draft> {
    const own = english === null ? 1 : FIRST_TERMS
    for (;;) {
      const next = task.next()
      if (next.done) return yield* named('terms', part(own, 1, spoken(next.value)))
      const { step, done } = next.value
      yield { step, done: step === 'terms' ? done * own : done }
    }
  }

  return {
    async open(files) {
      const bare = openDictionary(await unpack(files.dictionary))
      dictionary = files.english ? withEnglish(bare, await unpack(files.english)) : bare
      if (files.pronunciations) {
        pronunciations = openPronunciations(await unpack(files.pronunciations))
      }
      if (files.pivots) pivots = openPivots(await unpack(files.pivots))
      english = files.learnersEnglish
        ? openLearnersEnglish(await unpack(files.learnersEnglish))
        : null
      accent = files.accent ?? 'american'
      linker = null
      guide = null
    },

    async readFiles(files) {
      return readInput(files)
    },

    async readClip(clip) {
      const { value, issues } = await readClipboard(clip)
      return { value: value && { source: value, encodings: [] }, issues }
    },

    async recognise(source, choice) {
      return recogniseLayout(source, choice)
    },

    async build(job, layout, learning, onProgress) {
      const task = buildArticle(layout, opened(), { learning, pivots, link: linked() })
      return await run(job, built(task), onProgress)
    },

    async doubts(job, bitext, onProgress) {
      return await run(job, doubtsOf(bitext, linked(), opened()), onProgress)
    },

    cancel,

    async draftOf(deck) {
      return finish(spoken(deckToDraft(deck, opened())))
    },

    async words(texts, side, cuts, translations = []) {
      return texts.map((text, i) => wordsOf(text, side, opened(), cuts, translations[i]))
    },

    async convert(texts, script) {
      return texts.map((text) => showText(text, script, opened()))
    },

    async lookUp(text, at, side, cuts, alone = false, translation = '') {
      const sources = { pronunciations, guide: guided(), alone }
      return lookUpWord(text, at, side, opened(), sources, cuts, translation)
    },

    async meantHere(info, here) {
      return meantHere(info, here, opened())
    },

    async foci(requests, side, cuts) {
      return requests.map((request) => focusWords(request, side, opened(), cuts))
    },
  }
}

function* doubtsOf(bitext: Bitext, link: Linker, dictionary: Dictionary): Task<readonly Doubt[]> {
  const beads = yield* part(0, 0.9, link(bitext))
  return yield* part(0.9, 1, findDoubts(beads, bitext, dictionary))
}

async function unpack(gzipped: ArrayBuffer): Promise<Uint8Array> {
  const stream = new Blob([gzipped]).stream().pipeThrough(new DecompressionStream('gzip'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}
