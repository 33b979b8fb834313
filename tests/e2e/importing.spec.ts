import { expect, openApp, test } from './fixtures.ts'
import { addPicked, getStarted, importStarter, putIn, starterText, toTerms } from './steps.ts'

const ZH = '渡船来了。雾散了，人都走了。灯还亮着。'
const EN = 'The ferry came. The fog lifted and everyone left. The lamp was still burning.'
const SMALL = `${ZH}\n\n${EN}`

test.describe('what was seen', () => {
  test('a guess can be overruled, and every repair undone', async ({ app }) => {
    await getStarted(app)
    await putIn(app, SMALL)
    await expect(app.getByTestId('seen')).toContainText('Chinese first, 1 paragraph')
    await expect(app.getByRole('heading', { name: '3 pairs of sentences' })).toBeVisible()

    await app.getByRole('button', { name: 'Fix sentence 1', exact: true }).first().click()
    await app.getByRole('button', { name: 'Join with the next pair' }).click()
    await expect(app.getByRole('heading', { name: '2 pairs of sentences' })).toBeVisible()
    await app.getByRole('button', { name: 'Undo' }).click()
    await expect(app.getByRole('heading', { name: '3 pairs of sentences' })).toBeVisible()

    await app.getByRole('button', { name: 'Fix sentence 2', exact: true }).first().click()
    await app.getByRole('button', { name: 'Split in two' }).click()
    await app.getByRole('button', { name: '雾散了，' }).click()
    await app.getByRole('button', { name: 'lifted' }).click()
    await app.getByRole('button', { name: 'Split here' }).click()
    await expect(app.getByRole('heading', { name: '4 pairs of sentences' })).toBeVisible()

    await app.getByText('Not right? Read it another way').click()
    await app.getByRole('button', { name: 'One language' }).click()
    await expect(app.getByTestId('seen')).toContainText('Only English here')
  })

  test('a typo fixed before the import is fixed in the article', async ({ app }) => {
    await getStarted(app)
    await putIn(app, SMALL)
    await app.getByRole('button', { name: 'Fix sentence 3', exact: true }).first().click()
    await app.getByRole('button', { name: 'Edit the text' }).last().click()
    await app.getByRole('textbox', { name: 'English' }).fill('The lamp burned on.')
    await app.getByRole('button', { name: 'Save' }).click()
    await toTerms(app)
    await app
      .getByRole('button', { name: /^Learn (this one|these \d+)|Save without cards/ })
      .click()
    await app
      .getByTestId(/^article-/)
      .getByRole('link')
      .first()
      .click()
    await expect(app.getByText('The lamp burned on.')).toBeVisible()
  })
})

test('two files are the two sides', async ({ app }) => {
  await getStarted(app)
  await app.getByRole('link', { name: 'Add', exact: true }).first().click()
  await app.locator('input[type=file]').setInputFiles([
    { name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from(EN) },
    { name: 'b.txt', mimeType: 'text/plain', buffer: Buffer.from(ZH) },
  ])
  await expect(app.getByTestId('seen')).toContainText('Two texts')
  await expect(app.getByRole('heading', { name: '3 pairs of sentences' })).toBeVisible()
})

test('an import is taken back with one tap', async ({ app }) => {
  await getStarted(app)
  await importStarter(app)
  await app.getByRole('button', { name: 'Undo' }).click()
  await expect(app.getByTestId('empty')).toBeVisible()
})

test('a second import of the same text is recognised', async ({ withCards: app }) => {
  await putIn(app, starterText())
  await expect(app.getByTestId('duplicate')).toContainText('You have this text already.')
})

test('an import under way survives a killed tab', async ({ persistent, server }) => {
  const page = await persistent.open()
  await page.goto(server.url)
  await getStarted(page)
  await putIn(page, SMALL)
  await page.getByRole('button', { name: 'Fix sentence 1', exact: true }).first().click()
  await page.getByRole('button', { name: 'Join with the next pair' }).click()
  await expect(page.getByRole('heading', { name: '2 pairs of sentences' })).toBeVisible()
  await persistent.kill()

  const again = await persistent.open()
  await openApp(again, server, 'import')
  await expect(again.getByText('You were adding this text.')).toBeVisible()
  await expect(again.getByRole('heading', { name: '2 pairs of sentences' })).toBeVisible()
  await toTerms(again)
  await again
    .getByRole('button', { name: /^Learn (this one|these \d+)|Save without cards/ })
    .click()
  await expect(again.getByRole('heading', { name: 'Today' })).toBeVisible()
})

test.describe('bad input', () => {
  const file = (name: string, content: Buffer) => ({
    name,
    mimeType: 'application/octet-stream',
    buffer: content,
  })

  test('is answered with a clear sentence, and the next try works', async ({ app }) => {
    await getStarted(app)
    await app.getByRole('link', { name: 'Add', exact: true }).first().click()
    const input = app.locator('input[type=file]')

    await input.setInputFiles([file('empty.txt', Buffer.alloc(0))])
    await expect(app.getByTestId('issues')).toContainText('There is no text in it.')

    const garbage = Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256))
    await input.setInputFiles([file('garbage.bin', garbage)])
    await expect(app.getByTestId('issues')).toContainText('This is not a text file')

    await input.setInputFiles([file('deck.json', Buffer.from('{"format":"other"}'))])
    await expect(app.getByTestId('issues')).toContainText('not a Duizhao deck')

    await input.setInputFiles([1, 2, 3].map((n) => file(`${n}.txt`, Buffer.from(ZH))))
    await expect(app.getByTestId('issues')).toContainText('Choose one file, or two files')

    await app.getByTestId('paste-field').fill(SMALL)
    await app.getByRole('button', { name: 'Use this text' }).click()
    await expect(app.getByRole('heading', { name: '3 pairs of sentences' })).toBeVisible()
    await expect(app.getByTestId('issues')).toHaveCount(0)
  })

  test('English only can still be learnt from', async ({ app }) => {
    await getStarted(app)
    await putIn(app, EN)
    await expect(app.getByTestId('seen')).toContainText('Only English here')
    await expect(app.getByTestId('issues')).toBeVisible()
  })

  test('a 2 MB paste can be cancelled and loses nothing', async ({ withCards: app }) => {
    const line = (i: number) => `第${i}天，渡船${i}点来了，雾散了，人都走了。`
    const en = (i: number) => `On day ${i} the ferry came at ${i}, the fog lifted and all left.`
    const lines = Array.from({ length: 17_000 }, (_, i) => i)
    const big = `${lines.map(line).join('\n')}\n\n${lines.map(en).join('\n')}`
    expect(Buffer.byteLength(big)).toBeGreaterThan(2e6)
    await app.getByRole('link', { name: 'Add', exact: true }).first().click()
    await app.getByTestId('paste-field').evaluate((field, text) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', text)
      const paste = { clipboardData, bubbles: true, cancelable: true }
      field.dispatchEvent(new ClipboardEvent('paste', paste))
    }, big)
    await expect(app.getByRole('progressbar')).toBeVisible({ timeout: 30_000 })
    await app.getByRole('button', { name: 'Cancel' }).click()
    await expect(app.getByRole('progressbar')).toHaveCount(0)
    await app.getByRole('link', { name: 'Back' }).click()
    await expect(app.getByTestId('start')).toBeVisible()
  })

  test('markup in a text stays text', async ({ app }) => {
    await getStarted(app)
    const evil = '<img src=x onerror="document.title=1"><script>document.title=2</script>'
    await putIn(app, `${ZH}${evil}\n\n${EN} ${evil}`)
    await expect(app.getByTestId('seen')).toBeVisible()
    await toTerms(app)
    await app
      .getByRole('button', { name: /^Learn (this one|these \d+)|Save without cards/ })
      .click()
    await app
      .getByTestId(/^article-/)
      .getByRole('link')
      .first()
      .click()
    await expect(app.getByText('onerror').first()).toBeVisible()
    expect(await app.locator('main img, main script').count()).toBe(0)
    expect(await app.title()).toMatch(/ · Duizhao$/)
  })
})

test('a starter text is two taps away from its terms', async ({ app }) => {
  await getStarted(app)
  await app.getByRole('link', { name: 'Library' }).click()
  await app.getByTestId('text-starter-i-get-up-at-night').click()
  await app.getByTestId('learn').click()
  await toTerms(app)
  await addPicked(app)
  await expect(app.getByTestId('start')).toBeVisible()
})
