import { expect, type Page } from '@playwright/test'
import type { Facts } from './facts.ts'
import { backupOf, begun, fresh } from './library.ts'

/** Something that writes: the way to it, the step itself, and what the disk says once it is done. */
export interface Action {
  readonly name: string
  /** About how long the step takes, ms: moments to kill it are looked for within. */
  readonly usualMs: number
  /** From Today to right before the step. `number` is another one every time. */
  readonly prepare: (page: Page, number: string) => Promise<void>
  /** Whether the way there writes as well. */
  readonly preparesByWriting?: true
  /** Resolves as soon as the screen shows that it is done. */
  readonly act: (page: Page) => Promise<unknown>
  /** Whether all of it, and nothing else, has happened between the two. */
  readonly isDone: (before: Facts, after: Facts) => boolean
}

/** Whether nothing but these facts differs, and each as it should. */
function only(before: Facts, after: Facts, wanted: Partial<Record<keyof Facts, number>>): boolean {
  const size = (fact: Facts[keyof Facts]) => (typeof fact === 'object' ? fact.length : Number(fact))
  return (Object.keys(before) as (keyof Facts)[]).every((name) => {
    const by = wanted[name]
    if (by === undefined) return JSON.stringify(before[name]) === JSON.stringify(after[name])
    return size(after[name]) - size(before[name]) === by
  })
}

/** A click that does not wait for the page to be still. */
const tap = (page: Page, css: string) =>
  page
    .locator(css)
    .first()
    .evaluate((element: HTMLElement) => element.click())
const said = (page: Page, text: string) => page.getByText(text).first().waitFor()

async function startReview(page: Page): Promise<void> {
  const start = page.getByTestId('start')
  const more = page.getByTestId('more-new')
  await start.or(more).first().click()
  await page.getByTestId('reveal').waitFor()
}
async function reveal(page: Page): Promise<void> {
  await page.getByTestId('reveal').click()
  await page.getByRole('button', { name: 'Remembered' }).waitFor()
}
async function remember(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: 'Remembered' })
    .evaluate((element: HTMLElement) => element.click())
  await page.getByTestId('reveal').or(page.getByTestId('session-end')).first().waitFor()
}
/** One of the articles the learner began with, which are never deleted. */
async function openArticle(page: Page, number: string): Promise<void> {
  await page.getByRole('link', { name: 'Library' }).click()
  const nth = Number(number.split('-')[1]) % begun.length
  await page.getByTestId(`article-${begun[nth]?.article.id}`).getByRole('link').first().click()
  await page.getByTestId('pair-1').locator('[data-at]').first().waitFor()
}
/** The library with one article that may be deleted, brought from another device when there is none. */
async function openMenu(page: Page, number: string): Promise<void> {
  await openLibrary(page, number)
  await tap(page, MORE)
  await page.locator(DELETE).waitFor()
}
async function openLibrary(page: Page, number: string): Promise<void> {
  await page.getByRole('link', { name: 'Library' }).click()
  await page.getByTestId(`article-${begun[0]?.article.id}`).waitFor()
  if ((await page.locator(MORE).count()) > 0) return
  await page.getByRole('link', { name: 'Settings' }).click()
  // The library takes files, too.
  await page.getByRole('link', { name: /^Your data/ }).click()
  await page.locator('input[type=file]').setInputFiles(await backupFile(`${number}-d`))
  await page.getByTestId('restored').waitFor()
  await page.getByRole('link', { name: 'Library' }).click()
  await page.locator(MORE).first().waitFor()
}
async function backupFile(number: string) {
  const buffer = await backupOf([fresh(number)])
  return { name: 'other.duizhao', mimeType: 'application/gzip', buffer }
}
const articlesOf = ({ articles }: Facts) => articles.length
const MORE = `li:not(${begun.map(({ article: { id } }) => `[data-testid="article-${id}"]`).join()}) button:has-text("More:")`
const DELETE = 'dialog button:has-text("Delete:")'
const UNDO = '[data-testid=undo-bar] button'

const answer: Action = {
  name: 'answer',
  usualMs: 120,
  prepare: async (page) => {
    await startReview(page)
    await reveal(page)
  },
  act: remember,
  isDone: (before, after) => only(before, after, { answers: 1 }),
}

const undoAnswer: Action = {
  name: 'undo an answer',
  preparesByWriting: true,
  usualMs: 120,
  prepare: async (page) => {
    await startReview(page)
    await reveal(page)
    await remember(page)
    await expect(page.getByTestId('undo').first()).toBeEnabled()
  },
  act: async (page) => {
    await tap(page, '[data-testid=undo]')
    await page.locator('[data-testid=undo]:disabled').waitFor()
  },
  isDone: (before, after) => only(before, after, { voids: 1 }),
}

const importText: Action = {
  name: 'import',
  usualMs: 400,
  prepare: async (page, number) => {
    const { texts } = fresh(`${number}-i`)
    await page.getByRole('link', { name: 'Add', exact: true }).first().click()
    const over = page.getByRole('button', { name: 'Start over' })
    await page.getByTestId('paste-field').or(over).first().waitFor()
    if (await over.isVisible()) await over.click()
    await page.getByTestId('paste-field').fill(`${texts.zh}\n\n${texts.en}`)
    await page.getByRole('button', { name: 'Use this text' }).click()
    await page.getByRole('button', { name: 'Choose words' }).click()
    await page.getByRole('heading', { name: 'What to learn' }).waitFor()
  },
  act: async (page) => {
    await tap(page, '.action-bar .primary')
    await page.getByRole('heading', { name: 'Today', exact: true }).waitFor()
  },
  isDone: (before, after) =>
    only(before, after, { articles: 1, notes: after.notes.length - before.notes.length }),
}

const learnTerm: Action = {
  name: 'learn a term',
  usualMs: 150,
  prepare: async (page, number) => {
    await openArticle(page, number)
    await page
      .getByRole('button', { name: /^Learn this: / })
      .first()
      .waitFor()
  },
  act: async (page) => {
    await tap(page, 'button:has-text("Learn this:")')
    await said(page, 'is now among your cards')
  },
  isDone: (before, after) => only(before, after, { notes: 1 }),
}

const knowWord: Action = {
  name: 'know a word',
  usualMs: 150,
  prepare: async (page, number) => {
    await openArticle(page, number)
    await page.locator('.word.new').first().click()
    await page.getByRole('button', { name: 'Known', exact: true }).waitFor()
  },
  act: async (page) => {
    await page
      .getByRole('button', { name: 'Known', exact: true })
      .evaluate((element: HTMLElement) => element.click())
    await said(page, 'is marked as known')
  },
  isDone: (before, after) => only(before, after, { knownWords: 1 }),
}

const repairPair: Action = {
  name: 'repair a pair',
  usualMs: 250,
  prepare: async (page, number) => {
    await openArticle(page, number)
    await page.getByRole('button', { name: 'Sentence 1: words, learn, fix' }).click()
    await page.getByRole('button', { name: 'Fix this sentence pair' }).click()
    await page.getByRole('button', { name: 'Join with the next pair' }).waitFor()
  },
  act: async (page) => {
    await page
      .getByRole('button', { name: 'Join with the next pair' })
      .evaluate((element: HTMLElement) => element.click())
    await said(page, 'Your reviews are kept.')
  },
  isDone: (before, after) =>
    only(before, after, { articles: 0 }) &&
    before.articles.filter((one) => !after.articles.includes(one)).length === 1,
}

const deleteArticle: Action = {
  name: 'delete an article',
  usualMs: 200,
  preparesByWriting: true,
  prepare: openMenu,
  act: async (page) => {
    await tap(page, DELETE)
    await said(page, 'was deleted.')
  },
  isDone: (before, after) =>
    articlesOf(after) === articlesOf(before) - 1 &&
    after.notes.every((note) => before.notes.includes(note)),
}

const restoreArticle: Action = {
  name: 'restore an article',
  preparesByWriting: true,
  usualMs: 200,
  prepare: async (page, number) => {
    await openMenu(page, number)
    await tap(page, DELETE)
    await said(page, 'was deleted.')
  },
  act: async (page) => {
    await tap(page, UNDO)
    await page.getByTestId('undo-bar').waitFor({ state: 'detached' })
  },
  isDone: (before, after) =>
    articlesOf(after) === articlesOf(before) + 1 &&
    before.notes.every((note) => after.notes.includes(note)),
}

const changeSetting: Action = {
  name: 'change a setting',
  usualMs: 60,
  prepare: async (page) => {
    await page.getByRole('link', { name: 'Settings' }).click()
    await page.getByRole('link', { name: /^Language and look/ }).click()
    await page.getByRole('radio', { name: 'Dark' }).waitFor()
  },
  act: async (page) => {
    const isDark = await page.getByRole('radio', { name: 'Dark' }).isChecked()
    const [name, theme] = isDark ? ['Light', 'light'] : ['Dark', 'dark']
    await page.getByRole('radio', { name }).evaluate((element: HTMLElement) => element.click())
    await page.locator(`html[data-theme=${theme}]`).waitFor()
  },
  isDone: (before, after) =>
    before.theme !== after.theme && only(before, { ...after, theme: before.theme }, {}),
}

const restoreBackup: Action = {
  name: 'restore a backup',
  usualMs: 500,
  prepare: async (page) => {
    await page.getByRole('link', { name: 'Settings' }).click()
    await page.getByRole('link', { name: /^Your data/ }).click()
    await page.locator('input[type=file]').waitFor({ state: 'attached' })
  },
  act: async (page) => {
    await page.getByTestId('restored').waitFor()
  },
  isDone: (before, after) =>
    articlesOf(after) === articlesOf(before) + 1 &&
    before.notes.every((note) => after.notes.includes(note)) &&
    after.notes.length > before.notes.length,
}

/** A restore's step needs its file, which no two times is the same. */
export async function withFile(action: Action, number: string): Promise<Action> {
  if (action !== restoreBackup) return action
  const file = await backupFile(`${number}-r`)
  return {
    ...action,
    act: async (page) => {
      await page.locator('input[type=file]').setInputFiles(file)
      await action.act(page)
    },
  }
}

/** Everything a learner does that writes. */
export const ACTIONS: readonly Action[] = [
  answer,
  undoAnswer,
  importText,
  learnTerm,
  knowWord,
  repairPair,
  deleteArticle,
  restoreArticle,
  changeSetting,
  restoreBackup,
]
