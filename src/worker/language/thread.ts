import { openDictionary } from '../../domain/dictionary/cedict.ts'
import type { Dictionary } from '../../domain/dictionary/dictionary.ts'
import { withEnglish } from '../../domain/words/english.ts'
import { openPronunciations, type Pronunciations } from '../../domain/en/pronunciations.ts'
import { AppError } from '../../domain/errors.ts'
import { buildArticle, type Draft } from '../../domain/article/build.ts'
import { deckToDraft } from '../../domain/article/deck.ts'
import { openPivots, type Pivots } from '../../domain/dictionary/pivots.ts'
import { findDoubts } from '../../domain/doubts/findDoubts.ts'
import { recogniseLayout } from '../../domain/text/layout.ts'
import { showText } from '../../domain/zh/showText.ts'
import { readClipboard, readInput } from '../../formats/readInput.ts'
import { jobs } from '../serve.ts'
import type { LanguageThread } from './protocol.ts'
import { focusWords } from '../../domain/words/needed.ts'
import { lookUpWord, withIpa, wordsOf } from '../../domain/words/words.ts'

/** What the thread works with; all null until its files are opened. */
export interface LanguageData {
  readonly dictionary: Dictionary | null
  readonly pivots: Pivots | null
  readonly pronunciations: Pronunciations | null
}

const NOTHING: LanguageData = { dictionary: null, pivots: null, pronunciations: null }

/** The language thread's side: the domain behind messages. It holds the dictionary and the jobs under way, nothing else. */
export function languageThread(data: LanguageData = NOTHING): LanguageThread {
  let { dictionary, pivots, pronunciations } = data
  const { run, cancel } = jobs()

  function opened(): Dictionary {
    if (dictionary === null) throw new AppError('dictionaryUnavailable')
    return dictionary
  }
  const spoken = (draft: Draft): Draft => ({
    ...draft,
    terms: withIpa(draft.terms, pronunciations),
  })

  return {
    async open(files) {
      const bare = openDictionary(await unpack(files.dictionary))
      dictionary = files.english ? withEnglish(bare, await unpack(files.english)) : bare
      if (files.pronunciations) {
        pronunciations = openPronunciations(await unpack(files.pronunciations))
      }
      if (files.pivots) pivots = openPivots(await unpack(files.pivots))
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
      const task = buildArticle(layout, opened(), { learning, pivots })
      return spoken(await run(job, task, onProgress))
    },

    async doubts(job, bitext, onProgress) {
      const task = findDoubts(bitext, opened(), { pivots })
      return await run(job, task, onProgress)
    },

    cancel,

    async draftOf(deck) {
      return spoken(deckToDraft(deck, opened()))
    },

    async words(texts, side) {
      return texts.map((text) => wordsOf(text, side, opened()))
    },

    async convert(texts, script) {
      return texts.map((text) => showText(text, script, opened()))
    },

    async lookUp(text, at, side) {
      return lookUpWord(text, at, side, opened(), pronunciations)
    },

    async foci(requests, side) {
      return requests.map((request) => focusWords(request, side, opened()))
    },
  }
}

async function unpack(gzipped: ArrayBuffer): Promise<Uint8Array> {
  const stream = new Blob([gzipped]).stream().pipeThrough(new DecompressionStream('gzip'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}
