/** What a learner does, in the words of the interface: the specs are made of these steps. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'

const ROOT = join(import.meta.dirname, '../..')
const CEASEFIRE = join(ROOT, '../shared/texts/ceasefire.txt')

/** The article Duizhao grew from, when it is there. */
export const ceasefire = existsSync(CEASEFIRE) ? readFileSync(CEASEFIRE, 'utf8') : null

interface DeckText {
  readonly title: { readonly zh: string; readonly en: string }
  readonly beads: readonly { readonly zh: string; readonly en: string; readonly paragraph?: true }[]
}

/** A starter article as somebody would paste it: the Chinese text, then the English one. */
export function starterText(file = 'saturday-market.json'): string {
  const deck: DeckText = JSON.parse(readFileSync(join(ROOT, 'decks', file), 'utf8'))
  const side = (of: 'zh' | 'en') =>
    deck.beads
      .map((bead) => (bead.paragraph ? '\n' : of === 'zh' ? '' : ' ') + bead[of])
      .join('')
      .trim()
  return `${side('zh')}\n\n${side('en')}`
}

/** First run: choose what is preset and look around. */
export async function getStarted(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Look around first' }).click()
  await expect(page.getByRole('heading', { name: 'Today', exact: true })).toBeVisible()
}

/** Puts a text into the import's field and waits for what was seen. */
export async function putIn(page: Page, text: string): Promise<void> {
  await page.getByRole('link', { name: 'Add', exact: true }).first().click()
  await page.getByTestId('paste-field').fill(text)
  await page.getByRole('button', { name: 'Use this text' }).click()
}

/** From a pasted text to the list of terms. */
export async function toTerms(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Choose words' }).click()
  await expect(page.getByRole('heading', { name: 'What to learn' })).toBeVisible()
}

/** Adds what is ticked and comes back to Today. */
export async function addPicked(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Learn (this one|these \d+)/ }).click()
  await expect(page.getByRole('heading', { name: 'Today', exact: true })).toBeVisible()
}

/** A whole import of a starter article with what is ticked by default. */
export async function importStarter(page: Page, file?: string): Promise<void> {
  await putIn(page, starterText(file))
  await toTerms(page)
  await addPicked(page)
}

export async function startReview(page: Page): Promise<void> {
  await page.getByTestId('start').click()
  await expect(page.getByTestId('reveal')).toBeVisible()
}

/** Where everything that is read of a question stands, px: nothing of it moves when the answer unfolds. */
export const questionPlaces = (page: Page): Promise<readonly (readonly number[])[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('.question :is(.task, .term, .passage, .option)')].map((one) => {
      const { x, y, width, height } = one.getBoundingClientRect()
      return [x, y, width, height].map(Math.round)
    }),
  )

/** Reveals and answers the card that is up; resolves when the next one (or the end) is. */
export async function answer(page: Page, verdict: 'Remembered' | 'Forgot'): Promise<void> {
  await page.getByTestId('reveal').click()
  await page.getByRole('button', { name: verdict }).click()
  await expect(page.getByTestId('reveal').or(page.getByTestId('session-end'))).toBeVisible()
}

/** The entries of the review log on this page's disk that are not sealed yet. */
async function logged(page: Page): Promise<readonly { type: string; rating?: string }[]> {
  return await page.evaluate(
    () =>
      new Promise<{ type: string; rating?: string }[]>((resolve, reject) => {
        const request = indexedDB.open('duizhao')
        request.onerror = () => reject(request.error)
        request.onsuccess = () => {
          const database = request.result
          const entries = database.transaction('log').objectStore('log').getAll()
          entries.onsuccess = () => {
            database.close()
            resolve(entries.result)
          }
          entries.onerror = () => reject(entries.error)
        }
      }),
  )
}

/** How many there are. */
export const countLogged = async (page: Page): Promise<number> => (await logged(page)).length

/** What was answered, in order. */
export const ratingsLogged = async (page: Page): Promise<readonly (string | undefined)[]> =>
  (await logged(page)).filter(({ type }) => type === 'answer').map(({ rating }) => rating)

/** What is on the disk of the learner's settings: a page that goes away may not take a change with it. */
export async function stored(page: Page, setting: string): Promise<unknown> {
  return await page.evaluate(
    (key) =>
      new Promise<unknown>((resolve, reject) => {
        const request = indexedDB.open('duizhao')
        request.onerror = () => reject(request.error)
        request.onsuccess = () => {
          const database = request.result
          const kept = database.transaction('preferences').objectStore('preferences')
          const learner = kept.get('learner')
          learner.onsuccess = () => {
            database.close()
            resolve(learner.result?.fields[key]?.v)
          }
          learner.onerror = () => reject(learner.error)
        }
      }),
    setting,
  )
}
