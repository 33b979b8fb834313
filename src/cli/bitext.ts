import { alignSegments } from '../domain/align/align.ts'
import { buildArticle } from '../domain/article/build.ts'
import type { Bitext } from '../domain/bitext/bitext.ts'
import type { Pivots } from '../domain/dictionary/pivots.ts'
import type { Dictionary } from '../domain/dictionary/dictionary.ts'
import type { Segment } from '../domain/model.ts'
import { finish } from '../domain/tasks.ts'
import { recogniseLayout } from '../domain/text/layout.ts'
import { loadPivots } from './build/compilePivots.ts'
import { loadDictionary } from './dictionary.ts'
import { checkSides } from './sides.ts'
import { Complaint, linesOf, readTextFile, sentenceOf } from './inputFile.ts'

interface Resources {
  readonly dictionary: Dictionary
  readonly pivots: Pivots
}

/** What aligning and linking need. */
export const loadResources = async (): Promise<Resources> => ({
  dictionary: await loadDictionary('full'),
  pivots: await loadPivots(),
})

/** A text whose segments are its lines, kept as they are. */
interface Lines {
  readonly text: string
  readonly segments: readonly Segment[]
}

/** Lines as a text with a segment each. */
function textOfLines(lines: readonly string[]): Lines {
  let start = 0
  const segments = lines.map((line, paragraph) => {
    const segment = { start, end: start + line.length, paragraph }
    start += line.length + 1
    return segment
  })
  return { text: lines.join('\n'), segments }
}

/**
 * The alignment of a Chinese file and its English translation.
 *
 * @param segmented each line of the files is a segment
 * @throws Complaint when a file cannot be used
 */
export async function readBitext(
  zhFile: string,
  enFile: string,
  segmented: boolean,
): Promise<Bitext> {
  const [zhText, enText] = [await readTextFile(zhFile), await readTextFile(enFile)]
  checkSides(zhFile, enFile, zhText, enText)
  if (segmented) {
    const [zh, en] = [linesOf(zhText), linesOf(enText)]
    const beads = finish(alignSegments({ zh, en }, await loadResources()))
    const sides = { zh: textOfLines(zh), en: textOfLines(en) }
    return {
      texts: { zh: sides.zh.text, en: sides.en.text },
      segments: { zh: sides.zh.segments, en: sides.en.segments },
      beads,
    }
  }
  const source = { kind: 'two', texts: [zhText, enText] } as const
  const { value: layout, issues } = recogniseLayout(source, { kind: 'two', first: 'zh' })
  if (!layout) throw new Complaint(sentenceOf(issues[0], `${zhFile} and ${enFile}`))
  const { dictionary, pivots } = await loadResources()
  return finish(buildArticle(layout, dictionary, { pivots, terms: false }))
}
