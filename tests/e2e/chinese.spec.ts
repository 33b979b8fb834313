import { expect, expectAccessible, openApp, test } from './fixtures.ts'
import { addPicked, getStarted, putIn, startReview, stored, toTerms } from './steps.ts'

test('script, readings and tone colours are the learner’s, wherever Chinese stands', async ({
  withCards: app,
}) => {
  await app.getByRole('link', { name: 'Settings' }).click()
  await app.getByRole('link', { name: /^Chinese text/ }).click()
  const sample = app.getByTestId('chinese-sample')
  await app.getByRole('radio', { name: 'Traditional' }).check()
  await expect(sample).toContainText('媽媽，我們一個問題也沒有了')
  await app.getByRole('radio', { name: 'Zhuyin (Bopomofo)' }).check()
  await expect(sample).toContainText('ㄧ ㄍㄜˋ')
  await app.getByRole('checkbox', { name: /^Tones as they are spoken/ }).check()
  await expect(sample).toContainText('ㄧˊ ㄍㄜˋ')
  await app.getByRole('radio', { name: 'Over every word' }).check()
  await app.getByRole('checkbox', { name: 'Colour the tones (the tone marks stay)' }).check()
  await expectAccessible(app)

  await app.getByRole('link', { name: 'Library' }).click()
  await app
    .getByTestId(/^article-/)
    .getByRole('link')
    .first()
    .click()
  const pair = app.getByTestId('pair-1')
  await expect(pair.locator('rt').first()).toHaveText(/^[˙ㄅ-ㄩ]+[ˊˇˋ]?$/u)
  await expect(pair.locator('.learnt')).toHaveAttribute('lang', 'zh-Hant')
  await expect(pair.locator('rt[class*="tone-"]').first()).toBeVisible()
  await expectAccessible(app)

  await app.getByRole('link', { name: 'Today' }).click()
  await startReview(app)
  await app.getByTestId('reveal').click()
  await expect(app.locator('.passage').first()).toHaveAttribute('lang', 'zh-Hant')
})

const FIRST = `他们昨天开始谈判。
谈判很难，但是大家都很客气。

They began negotiations yesterday.
The negotiations are hard, but everybody is polite.`
const SECOND = `新的谈判明天开始。
记者们在门口等着。

New negotiations begin tomorrow.
The reporters wait at the door.`

test('a reading the learner wrote over a card’s is shown in the next article too', async ({
  app,
}) => {
  await getStarted(app)
  await putIn(app, FIRST)
  await toTerms(app)
  // That word alone: of the cards of a sentence one is met a day.
  const ticked = app.getByRole('checkbox', { checked: true })
  while ((await ticked.count()) > 0) await ticked.first().uncheck()
  await app.getByRole('checkbox', { name: /谈判/ }).first().check()
  await addPicked(app)
  await startReview(app)
  await expect(app.getByTestId('headword')).toHaveText('谈判')
  await app.getByRole('button', { name: 'Card menu' }).click()
  await app.getByRole('button', { name: 'Edit', exact: true }).click()
  await app.getByLabel('Pinyin (numbers for tones)').fill('tan2 pan5')
  await app.getByRole('button', { name: 'Save' }).click()
  await app.getByTestId('reveal').click()
  await expect(app.getByTestId('reading')).toHaveText('tánpan')
  await app.getByRole('button', { name: 'Close' }).click()

  await putIn(app, SECOND)
  await toTerms(app)
  const row = app.getByTestId('terms').getByRole('listitem').filter({ hasText: '谈判' })
  await expect(row).toContainText('tánpan')
  await addPicked(app)
  await app
    .getByTestId(/^article-/)
    .getByRole('link')
    .first()
    .click()
  await app.getByTestId('pinyin').click()
  const word = app.locator('[data-at]').filter({ hasText: '谈' }).first()
  await expect(word.locator('rt').first()).toHaveText('tánpan')
  await word.click()
  await expect(app.getByTestId('word-pinyin')).toHaveText('tánpan')
})

test('Chinese texts can be set in Song; the interface stays as it is', async ({
  withCards: app,
  server,
}) => {
  await openApp(app, server, 'settings/look')
  await app.getByRole('radio', { name: '简体中文' }).check()
  await expect(app.locator('html')).toHaveAttribute('lang', 'zh-Hans')
  await openApp(app, server, 'settings/chinese')
  await app.getByRole('radio', { name: '宋体' }).check()
  const song = /^"Songti SC"/
  await expect(app.getByTestId('chinese-sample').locator('[lang=zh-Hans]').first()).toHaveCSS(
    'font-family',
    song,
  )
  await expect(app.getByRole('heading', { level: 1 })).not.toHaveCSS('font-family', song)
  await expect.poll(() => stored(app, 'hanziFace')).toBe('song')
  await openApp(app, server)
  await startReview(app)
  await expect(app.getByTestId('headword')).toHaveCSS('font-family', song)
  await expect(app.locator('.passage mark').first()).toHaveCSS('font-family', song)
  await expect(app.getByTestId('reveal')).not.toHaveCSS('font-family', song)
})
