import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from '@playwright/test'
import { TestServer } from '../e2e/testServer.ts'
import { openBenchPage } from './benchPage.ts'
import { type Figure, quantile } from './figure.ts'

const root = join(import.meta.dirname, '../..')
const shared = join(root, '../shared')
const ROUNDS = 5

interface Text {
  readonly name: string
  readonly text: string
  readonly aimMs?: number
}

/** A starter article always; the ceasefire article and a chapter of a novel where `../shared` is there. */
function texts(): readonly Text[] {
  const found: Text[] = [{ name: 'starter article', text: starterText() }]
  const ceasefire = join(shared, 'texts/ceasefire.txt')
  if (existsSync(ceasefire)) {
    const text = readFileSync(ceasefire, 'utf8')
    found.push({ name: 'ceasefire article', text, aimMs: 400 })
  }
  const chapter = join(shared, 'bench/mac-dev/004')
  if (existsSync(`${chapter}.zh`)) {
    const sides = ['zh', 'en'].map((side) => readFileSync(`${chapter}.${side}`, 'utf8'))
    found.push({ name: 'chapter of a novel', text: sides.join('\n\n') })
  }
  return found
}

function starterText(): string {
  const deck: { beads: readonly { zh: string; en: string; paragraph?: true }[] } = JSON.parse(
    readFileSync(join(root, 'decks/jeddah-talks.json'), 'utf8'),
  )
  const side = (of: 'zh' | 'en'): string =>
    deck.beads
      .map((bead) => (bead.paragraph ? '\n' : of === 'en' ? ' ' : '') + bead[of])
      .join('')
      .trim()
  return `${side('zh')}\n\n${side('en')}`
}

/** Pasted text to draft article through the real worker, dictionary warm; and how long the dictionary takes. */
export async function measurePipeline(browser: Browser, site: string): Promise<readonly Figure[]> {
  const server = new TestServer(site)
  await server.start()
  const page = await browser.newPage()
  try {
    await openBenchPage(page, server)
    const inputs = texts()
    const { coreReadyMs, fullReadyMs, roundsMs, sentences } = await page.evaluate(
      async ({ all, rounds }) => {
        if (window.bench === undefined) throw new Error('no bench')
        return await window.bench.pipeline(all, rounds)
      },
      { all: inputs.map(({ text }) => text), rounds: ROUNDS },
    )
    return [
      { name: 'core dictionary ready', value: coreReadyMs, unit: 'ms', aim: 500 },
      { name: 'full dictionary ready', value: fullReadyMs, unit: 'ms', aim: 1500 },
      ...inputs.map(({ name, aimMs }, at): Figure => {
        const times = roundsMs[at] ?? []
        const first = Math.round(times[0] ?? 0)
        return {
          name: `${name}, ${sentences[at]} sentences`,
          value: quantile(times.slice(1), 0.5),
          unit: 'ms',
          ...(aimMs === undefined ? {} : { aim: aimMs }),
          note: `pasted text to article with terms, median of ${ROUNDS - 1}; the first took ${first} ms`,
        }
      }),
    ]
  } finally {
    await page.close()
    await server.stop()
  }
}
