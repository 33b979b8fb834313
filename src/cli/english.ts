import type { LearnersEnglish } from '../domain/dictionary/learnersEnglish.ts'
import { phraseFinder, type FoundPhrase, type PhraseFinder } from '../domain/en/phrases.ts'
import type { Pronunciations } from '../domain/en/pronunciations.ts'
import { readEnglish, type EnglishWord } from '../domain/en/readEnglish.ts'
import { loadLearnersEnglish } from './build/compileLearnersEnglish.ts'
import { loadPronunciations } from './build/compilePronunciations.ts'
import { linesOf, readTextFile } from './inputFile.ts'

/**
 * The words of each line of an English text file as a learner with Chinese needs them: a JSON array a line, an object a word.
 *
 * @throws Complaint when the file cannot be read or is no text
 */
export async function english(file: string): Promise<string> {
  const lines = linesOf(await readTextFile(file))
  const dictionary = await loadLearnersEnglish()
  const pronunciations = await loadPronunciations()
  const find = phraseFinder(dictionary)
  return lines
    .map((line) => `${JSON.stringify(wordsOf(line, dictionary, pronunciations, find))}\n`)
    .join('')
}

function wordsOf(
  line: string,
  dictionary: LearnersEnglish,
  pronunciations: Pronunciations,
  find: PhraseFinder,
) {
  const words = readEnglish(line, dictionary)
  const phraseAt = new Map<number, FoundPhrase>()
  for (const found of find(words, line)) for (const at of found.words) phraseAt.set(at, found)
  return words.map((word, at) => {
    const text = line.slice(word.start, word.end)
    const entry = word.analyses[0]?.entry
    const phrase = phraseAt.get(at)?.phrase
    return {
      text,
      lemma: word.lemma,
      pos: entry?.pos ?? posOf(word),
      ipa: word.sound.american || (entry ? '' : pronunciations.ipa(text)),
      cefr: entry?.cefr ?? null,
      zh: entry?.zh ?? [],
      ...(phrase && { phrase: { headword: phrase.headword, zh: phrase.zh } }),
    }
  })
}

/** Of a word no dictionary has: a name, a number, or what its end and place say. */
function posOf({ tag, lemma }: EnglishWord): string {
  if (tag === 'U') return 'number'
  if (/[VZDLG]/.test(tag)) return 'verb'
  if (tag === 'J') return 'adjective'
  if (tag === 'R') return 'adverb'
  return /^\p{Lu}/u.test(lemma) ? 'name' : 'noun'
}
