import type { Side } from '../../../domain/model.ts'
import { countWords } from '../../../domain/words/coverage.ts'
import type { OwnCuts } from '../../../domain/words/ownCuts.ts'
import { spokenList } from '../../../domain/words/saidAs.ts'
import { lengthsOf } from '../../../domain/words/wordEdges.ts'
import type { Word } from '../../../domain/words/words.ts'
import type { ArticleWords } from '../../records.ts'
import { markOfCuts } from '../articlePart.ts'

/** What the language thread found in a side of an article. */
export type FoundWords = [
  article: string,
  learning: Side,
  words: readonly Word[],
  cuts: OwnCuts,
  text?: string,
]

/** The words of an article as they are counted, and the list of how they are said. */
export function makeArticleWords(
  ...[article, learning, words, cuts, text = '']: FoundWords
): ArticleWords {
  const chinese = learning === 'zh' ? words : []
  return {
    article,
    learning,
    cuts: markOfCuts(cuts),
    words: countWords(words),
    spoken: spokenList(saidIn(text, chinese)),
    lengths: lengthsOf(chinese),
  }
}

function* saidIn(text: string, words: readonly Word[]): Generator<readonly [string, string]> {
  for (const { start, end, kind, syllables } of words) {
    if (kind !== 'word' && kind !== 'name') continue
    const said = syllables.filter((syllable) => syllable !== null)
    yield [text.slice(start, end), said.join(' ')]
  }
}
