import type { Draft } from '../../src/domain/article/draft.ts'
import type { Side, Sides } from '../../src/domain/model.ts'
import type { recogniseLayout } from '../../src/domain/text/layout.ts'
import type { Layout, Source } from '../../src/domain/text/layoutTypes.ts'
import type { Word } from '../../src/domain/words/words.ts'

/** What is asked of a language thread, in the same process or behind messages. */
export interface Asked {
  recognise(source: Source): Promise<ReturnType<typeof recogniseLayout>>
  build(layout: Layout): Promise<Draft>
  words(texts: readonly string[], side: Side): Promise<readonly (readonly Word[])[]>
}

/** Sentences, beads with their confidence, terms, hash and words of a bilingual text as JSON, to be compared to the letter. */
export async function outputOf(thread: Asked, { zh, en }: Sides<string>): Promise<string> {
  const { value: layout } = await thread.recognise({ kind: 'two', texts: [zh, en] })
  if (layout === null) throw new TypeError('no layout was seen')
  const draft = await thread.build(layout)
  const words = {
    zh: await thread.words(draft.texts.zh.split('\n'), 'zh'),
    en: await thread.words(draft.texts.en.split('\n'), 'en'),
  }
  return JSON.stringify({ ...draft, words }, null, 1)
}
