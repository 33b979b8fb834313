import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import initSqlJs from 'sql.js'
import { finish } from '../../src/domain/tasks.ts'
import { writeAnkiPackage } from '../../src/formats/write/anki/package.ts'
import { writeAnkiText } from '../../src/formats/write/ankiText.ts'
import { results } from '../browserSteps.ts'
import type { Outcome } from '../outcome.ts'
import { askAnki, findOrInstallAnki } from './anki.ts'
import { checksOf } from './checks.ts'
import { learner } from './learner.ts'
import type { Verdict } from './verdict.ts'

/** Of each card: some 10,000 notes have 100,000 answers. */
const ANSWERS = 9

/**
 * What a real Anki makes of learners with so many notes.
 *
 * @param notRun is told why where there is no Anki
 */
export async function ankiTests(
  sizes: readonly number[],
  notRun: (why: string) => void,
): Promise<Outcome> {
  const total = { passed: 0, failed: 0, skipped: 0 }
  const why = findOrInstallAnki()
  if (why !== null) {
    notRun(why)
    return { ...total, skipped: 1 }
  }
  mkdirSync(results, { recursive: true })
  for (const notes of sizes) {
    const work = mkdtempSync(join(results, 'anki-'))
    try {
      for (const [fact, check] of await checksFor(notes, work)) {
        try {
          const unseen = await check()
          if (typeof unseen === 'string') {
            total.skipped += 1
            console.log(`– ${fact}: not looked at: ${unseen}`)
          } else {
            total.passed += 1
            console.log(`✓ ${fact}`)
          }
        } catch (error) {
          total.failed += 1
          console.log(`✗ ${fact}: ${error instanceof Error ? error.message : error}`)
        }
      }
    } finally {
      rmSync(work, { recursive: true, force: true })
    }
  }
  return total
}

async function checksFor(notes: number, work: string) {
  const input = learner({ notes, answers: ANSWERS, now: Date.now() })
  const startedAt = performance.now()
  const bytes = finish(writeAnkiPackage(await initSqlJs(), input))
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  const size = (bytes.length / 1e6).toFixed(1)
  console.log(
    `\n${notes} notes, ${input.entries.length} entries: ${size} MB written in ${seconds} s`,
  )
  const text = writeAnkiText(input.notes)
  const files = {
    'learner.apkg': bytes,
    'learner.txt': text,
    'changed.txt': text.replace('meaning 1;', 'another meaning;'),
  }
  const paths = Object.entries(files).map(([name, content]) => {
    const path = join(work, name)
    writeFileSync(path, content)
    return path
  })
  const verdict = askAnki(work, ...paths) as Verdict
  console.log(`Anki ${verdict.anki}: imported in ${verdict.package.seconds} s`)
  return checksOf(verdict, input)
}
