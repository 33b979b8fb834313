import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { loadLearnersEnglish } from '../../src/cli/build/compileLearnersEnglish.ts'
import { loadPivots } from '../../src/cli/build/compilePivots.ts'
import { loadDictionary } from '../../src/cli/dictionary.ts'
import { orderFor } from '../../src/domain/learner/englishWorth.ts'
import type { Term } from '../../src/domain/model.ts'
import { finish } from '../../src/domain/tasks.ts'
import { learnersTerms } from '../../src/domain/terms/english/learnersTerms.ts'
import { extractTerms } from '../../src/domain/terms/extractTerms.ts'
import { linkBitext } from '../../src/domain/terms/linkBitext.ts'
import type { Part } from './english.ts'
import type { QualityRow } from './row.ts'
import { pairsToBitext } from './termLists.ts'

const FOLDER = new URL('english/terms/', import.meta.url)
/** For whom the lists were made. */
const LEVEL = 'B1'

interface GoldText {
  readonly split: Part
  readonly zh: readonly string[]
  readonly en: readonly string[]
  /** `headword=form/form=Chinese/Chinese` */
  readonly terms: readonly string[]
}

/** Spellings of a headword that are one: be and articles in front, whose the possessive is. */
const plain = (headword: string): string =>
  headword
    .toLowerCase()
    .replace(/^(?:be|get|a|an|the) /, '')
    .replaceAll("someone's", "one's")
    .replaceAll(' someone', '')

/** Key terms for a learner of English at B1, against what a teacher would pick; names are apart. */
export async function measureEnglishTerms(part: Part = 'held-out'): Promise<QualityRow[]> {
  const files = existsSync(FOLDER)
    ? readdirSync(FOLDER).filter((file) => file.endsWith('.json'))
    : []
  const [dictionary, pivots, english] = await Promise.all([
    loadDictionary('full'),
    loadPivots(),
    loadLearnersEnglish(),
  ])
  const scores = files.flatMap((file) => {
    const gold = JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) as GoldText
    if (gold.split !== part) return []
    const bitext = pairsToBitext(gold.zh.map((zh, i) => [zh, gold.en[i] ?? '']))
    const linked = finish(linkBitext(bitext, dictionary, pivots))
    const found = finish(extractTerms(linked, bitext, dictionary, { learning: 'en' }))
    const terms = finish(learnersTerms(found, bitext, english))
    const order = orderFor(terms, LEVEL).map(([at]) => terms[at]!)
    return [
      score(
        order.filter(({ kind }) => kind !== 'name'),
        gold.terms,
      ),
    ]
  })
  const mean = (figure: 'recall' | 'precision'): number | null =>
    scores.length === 0 ? null : scores.reduce((sum, one) => sum + one[figure], 0) / scores.length
  const note = scores.length === 0 ? 'the lists are absent' : `${scores.length} texts, ${part}`
  const figure = { better: 'higher', note } as const
  return [
    {
      ...figure,
      name: 'terms for learners of English, recall',
      value: mean('recall'),
      goal: 0.75,
      floor: 0.64,
    },
    {
      ...figure,
      name: 'terms for learners of English, P@30',
      value: mean('precision'),
      goal: 0.8,
      floor: 0.68,
    },
  ]
}

const FIRST = 30

function score(terms: readonly Term[], gold: readonly string[]) {
  const wanted = gold.map((row) => plain(row.split('=')[0] ?? ''))
  const names = terms.map(({ headword, en }) => [plain(headword ?? en), plain(en)])
  const all = new Set(names.flat())
  const right = names.slice(0, FIRST).filter((both) => both.some((one) => wanted.includes(one)))
  return {
    recall: wanted.filter((one) => all.has(one)).length / wanted.length,
    precision: right.length / FIRST,
  }
}
