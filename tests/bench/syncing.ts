import type { Browser, Page } from '@playwright/test'
import { TestServer } from '../e2e/testServer.ts'
import { startPouch, type PouchServer, type Traffic } from '../sync/pouchServer.ts'
import { openBenchPage } from './benchPage.ts'
import type { Figure } from './figure.ts'
import type { SyncTimes } from './page/syncTimes.ts'
import type { SeedOptions } from './seed.ts'

interface Round extends SyncTimes {
  readonly traffic: Traffic
}

interface Sizes extends SeedOptions {
  readonly name: string
  /** s. */
  readonly push: number
  readonly pull: number
}

const REVIEWS: Sizes = {
  name: '20,000 reviews',
  articles: 5,
  newCards: 0,
  reviews: 20_000,
  push: 1,
  pull: 2.5,
}
const YEARS: Sizes = {
  name: '100,000 reviews, 20,000 notes, 200 articles',
  articles: 200,
  newCards: 0,
  sentences: 25,
  reviews: 100_000,
  push: 6,
  pull: 8,
}

/** A device with years of learning hands everything on to an empty server, and a fresh one takes it in. */
export async function measureSync(browser: Browser, site: string): Promise<readonly Figure[]> {
  const server = new TestServer(site)
  await server.start()
  try {
    return [
      ...(await measureTwo(browser, server, REVIEWS)),
      ...(await measureTwo(browser, server, YEARS)),
    ]
  } finally {
    await server.stop()
  }
}

async function roundOn(page: Page, pouch: PouchServer, joins: boolean): Promise<Round> {
  const before = pouch.traffic()
  const place = { address: `${pouch.url}/bench`, name: 'mei', password: 'soup', passphrase: 'tea' }
  const times = await page.evaluate(
    async ([where, isNew]) => {
      if (window.bench === undefined) throw new Error('no bench')
      return await window.bench.sync(where, isNew)
    },
    [place, joins] as const,
  )
  const after = pouch.traffic()
  const traffic = {
    requests: after.requests - before.requests,
    received: after.received - before.received,
    sent: after.sent - before.sent,
  }
  return { ...times, traffic }
}

async function measureTwo(
  browser: Browser,
  server: TestServer,
  { name, push, pull, ...seed }: Sizes,
): Promise<readonly Figure[]> {
  const pouch = await startPouch()
  const contexts = [await browser.newContext(), await browser.newContext()] as const
  try {
    await fetch(`${pouch.url}/bench`, { method: 'PUT' })
    const [old, fresh] = [await contexts[0].newPage(), await contexts[1].newPage()]
    for (const page of [old, fresh]) await openBenchPage(page, server)
    await old.evaluate(async (options) => void (await window.bench?.seed(options)), seed)
    const sent = await roundOn(old, pouch, true)
    const taken = await roundOn(fresh, pouch, true)
    // It sends what it is called, and sees that itself.
    for (const page of [old, fresh, old, fresh]) await roundOn(page, pouch, false)
    const nothing = await roundOn(old, pouch, false)
    const megabytes = (bytes: number) => bytes / 1e6
    return [
      { name: `${name}: handed on`, value: sent.roundMs / 1000, unit: 's', aim: push },
      { name: '… longest task', value: sent.longestMs, unit: 'ms', aim: 100 },
      { name: '… sent', value: megabytes(sent.traffic.received), unit: 'MB' },
      {
        name: '… taken in by a fresh device',
        value: taken.roundMs / 1000,
        unit: 's',
        aim: pull,
        note: `${taken.notes.toLocaleString('en')} notes`,
      },
      { name: '… until its first note', value: taken.firstNoteMs ?? Number.NaN, unit: 'ms' },
      { name: '… longest task', value: taken.longestMs, unit: 'ms', aim: 100 },
      { name: '… fetched', value: megabytes(taken.traffic.sent), unit: 'MB', aim: 15 },
      { name: '… joining: key and passphrase', value: taken.joinMs, unit: 'ms' },
      { name: '… nothing to do', value: nothing.traffic.requests, unit: 'requests', aim: 1 },
    ]
  } finally {
    for (const context of contexts) await context.close()
    await pouch.close()
  }
}
