import type { VersionContent } from '../../domain/article/showArticle.ts'
import { articleHeads, readArticle } from '../../storage/articles.ts'
import type { Disk } from '../../storage/database.ts'
import { ownSentencesIn, type OwnSentence, type Wanted, type WordsOf } from './ownSentences.ts'

/** Articles that are looked through, the newest: a tap is answered while it is remembered. */
const MOST_ARTICLES = 60
/** Sentences that are looked for; a word with more of them is everywhere. */
export const MOST_SENTENCES = 30

/** Looks for a word in all texts of the learner; what was read of them is kept until it is forgotten. A part of the store of the tapped word. */
export function searchTexts(open: () => Promise<Disk>) {
  let read: Promise<readonly VersionContent[]> | null = null

  async function readAll(): Promise<readonly VersionContent[]> {
    const disk = await open()
    const heads = (await articleHeads(disk))
      .filter(({ deletedAt, isWhole }) => deletedAt === undefined && isWhole)
      .toSorted((a, b) => b.addedAt - a.addedAt)
      .slice(0, MOST_ARTICLES)
    const found: VersionContent[] = []
    for (const { id } of heads) {
      const article = await readArticle(disk, id)
      if (article !== null) found.push(article)
    }
    return found
  }

  /** @param first the article at hand, whose sentences come first; it may be a version that is not kept */
  async function find(
    wanted: Wanted,
    first: VersionContent | null,
    wordsOf: WordsOf,
  ): Promise<readonly OwnSentence[]> {
    read ??= readAll()
    const pending = read
    pending.catch(forget)
    const others = (await pending).filter(({ article }) => article.id !== first?.article.id)
    const sentences: OwnSentence[] = []
    for (const content of first === null ? others : [first, ...others]) {
      const most = MOST_SENTENCES - sentences.length
      if (most <= 0) break
      sentences.push(...(await ownSentencesIn(content, wanted, most, wordsOf)))
    }
    return sentences
  }

  function forget(): void {
    read = null
  }
  return { find, forget }
}
