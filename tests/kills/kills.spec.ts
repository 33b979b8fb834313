import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import { seededRandom, shuffled } from '../../src/domain/random.ts'
import { expect, test, type PersistentBrowser, type TestServer } from '../e2e/fixtures.ts'
import { type Action, ACTIONS, withFile } from './actions.ts'
import { dump } from './dump.ts'
import { type Facts, factsOf } from './facts.ts'
import { flawsOf } from './flaws.ts'
import { backupOf, begun } from './library.ts'
import { mirrorOf } from './mirror.ts'

const KILLS = Number(process.env['KILLS'] ?? 200)
const SEED = Number(process.env['SEED'] ?? 1)
/** Of `ACTION` alone, when that is named. */
const chosen = ACTIONS.filter(({ name }) => name === (process.env['ACTION'] ?? name))
const CHAINS = 2

interface Looked {
  readonly facts: Facts
  readonly flaws: readonly string[]
}

/** The facts of the page's disk, and what does not fit together there. */
async function look(page: Page): Promise<Looked> {
  const disk = await mirrorOf(await dump(page))
  try {
    return { facts: await factsOf(disk), flaws: await flawsOf(disk) }
  } finally {
    await disk.close()
  }
}

/** The same on a page of the origin without the app: what a kill left, before the app could mend it. */
async function lookAlone(page: Page, server: TestServer): Promise<Looked> {
  await page.goto(new URL('favicon.svg', server.url).href)
  return await look(page)
}

/** The page on Today, with nothing to complain of. */
async function openToday(page: Page, server: TestServer): Promise<void> {
  await page.goto(server.url)
  await page.getByRole('heading', { name: 'Today', exact: true }).waitFor()
  await page.getByTestId('start').or(page.getByTestId('done')).first().waitFor()
  // The regions are always there; it is their words that complain.
  await expect(page.getByRole('alert').filter({ hasText: /\S/ })).toHaveCount(0)
}

/** A profile of a learner who has begun. */
async function begin(browser: PersistentBrowser, server: TestServer): Promise<void> {
  const page = await browser.open()
  await page.goto(server.url)
  const buffer = await backupOf(begun)
  const file = { name: 'begun.duizhao', mimeType: 'application/gzip', buffer }
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByTestId('start').waitFor()
  await browser.close()
}

/**
 * Kills the browser in the middle of an action, or right after the screen said that it was done.
 *
 * @returns whether the screen had said so
 */
async function killDuring(
  action: Action,
  page: Page,
  browser: PersistentBrowser,
  random: () => number,
): Promise<boolean> {
  const pid = await browser.pid()
  let confirmed = false
  let killed = false
  const act = async (): Promise<void> => {
    try {
      await action.act(page)
      confirmed = true
    } catch (error) {
      // The browser goes away under it; nothing else may keep it from being done.
      if (!killed) throw error
    }
  }
  const acted = act()
  const moment = random() * action.usualMs * 1.5
  if (random() < 0.4) {
    await acted
    await wait(random() * 15)
  } else await wait(moment)
  const said = confirmed
  killed = true
  await browser.kill(pid)
  await acted
  return said
}

/** How an action fared: of its kills, after how many it was done, and was confirmed. */
interface Sum {
  readonly kills: number
  readonly done: number
  readonly confirmed: number
}

function tell(chain: number, tally: ReadonlyMap<string, Sum>): void {
  const sums = [...tally].map(
    ([name, { kills, done, confirmed }]) => `${name} ${kills}/${done}/${confirmed}`,
  )
  console.log(`chain ${chain + 1}, kills/done/confirmed: ${sums.join(', ')}`)
}

const chains = Array.from({ length: CHAINS }, (_, i) => i)
for (const chain of chains)
  test(`what the screen confirmed survives SIGKILL, chain ${chain + 1}`, async ({
    persistent,
    server,
  }) => {
    const seed = SEED * 1000 + chain
    const random = seededRandom(seed)
    const kills = Math.ceil(KILLS / CHAINS)
    const tally = new Map<string, Sum>()
    await begin(persistent, server)
    let page = await persistent.open()
    let known = await lookAlone(page, server)
    let queue: readonly Action[] = []
    for (let i = 0; i < kills; i++) {
      if (queue.length === 0) queue = shuffled(chosen, random)
      const [next, ...rest] = queue
      queue = rest
      if (next === undefined) throw new TypeError('no action')
      const number = `${seed}-${i}`
      const action = await withFile(next, number)
      const label = `SEED=${SEED}, chain ${chain + 1}, kill ${i + 1}: ${action.name}`
      await test.step(label, async () => {
        await openToday(page, server)
        await action.prepare(page, number)
        // Most of the ways to a step write nothing themselves.
        const before = action.preparesByWriting ? (await look(page)).facts : known.facts
        const shown = await killDuring(action, page, persistent, random)

        page = await persistent.open()
        const after = await lookAlone(page, server)
        expect(after.flaws, `${label}: what does not fit together`).toEqual([])
        const isDone = action.isDone(before, after.facts)
        if (!isDone)
          expect(after.facts, `${label}: neither done nor as it was before`).toEqual(before)
        if (shown) expect(isDone, `${label}: confirmed, and not on the disk`).toBe(true)
        known = after
        const sum = tally.get(action.name) ?? { kills: 0, confirmed: 0, done: 0 }
        tally.set(action.name, {
          kills: sum.kills + 1,
          confirmed: sum.confirmed + Number(shown),
          done: sum.done + Number(isDone),
        })
        if (i % 10 === 9 || i === kills - 1) tell(chain, tally)
      })
    }
    await openToday(page, server)
  })
