import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Note } from '../../src/domain/model.ts'
import { saveBackup } from '../../src/storage/backup.ts'
import { commitImport } from '../../src/storage/importing.ts'
import { bitext, termIn, withFields, type Bitext } from '../make.ts'
import { offersOf } from '../offers.ts'
import { emptyDisk } from './mirror.ts'

interface DeckText {
  readonly beads: readonly { readonly zh: string; readonly en: string }[]
  readonly terms: readonly { readonly zh: string; readonly en: string; readonly reading: string }[]
}

const DECKS = ['saturday-market', 'night-train', 'noodle-shop']

function articleOf(name: string): Bitext {
  const path = join(import.meta.dirname, '../../decks', `${name}.json`)
  const deck: DeckText = JSON.parse(readFileSync(path, 'utf8'))
  const plain = bitext(
    deck.beads.map(({ zh, en }) => [zh, en]),
    { id: name, title: { zh: name, en: name }, addedAt: 1 },
  )
  const terms = deck.terms.map(({ zh, en, reading }) => termIn(plain.texts, zh, en, reading))
  return withFields(plain, { terms })
}

/** A learner who has begun: three articles, each with a few of its terms and all its sentences among the cards. */
export const begun: readonly Bitext[] = DECKS.map(articleOf)

/** A short text that was not there before, as a file from another device would bring it. */
export function fresh(number: string): Bitext {
  const plain = bitext(
    [
      [`第${number}艘渡船来了。`, `Ferry number ${number} came.`],
      ['雾散了。', 'The fog lifted.'],
      ['人都走了。', 'Everyone left.'],
    ],
    { id: `ferry-${number}`, title: { zh: '', en: `Ferry ${number}` }, addedAt: 2 },
  )
  return withFields(plain, { terms: [termIn(plain.texts, '渡船', 'Ferry', 'du4 chuan2')] })
}

function notesIn(of: Bitext, mostTerms: number): readonly Note[] {
  const { terms, sentences } = offersOf(of.article, of.texts, 'zh', 7)
  return [...terms.slice(0, mostTerms), ...sentences]
}

/** A backup file of a device with these articles. */
export async function backupOf(articles: readonly Bitext[], mostTerms = 3): Promise<Buffer> {
  const disk = await emptyDisk()
  for (const one of articles) await commitImport(disk, one.it, notesIn(one, mostTerms))
  const { bytes } = await saveBackup(disk)
  await disk.close()
  return Buffer.from(bytes)
}
