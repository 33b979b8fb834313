import { loadPivots } from '../../src/cli/build/compilePivots.ts'
import { loadDictionary } from '../../src/cli/dictionary.ts'
import type { Layout, Source } from '../../src/domain/text/layoutTypes.ts'
import { languageThread } from '../../src/worker/language/thread.ts'
import { buildBenchPage } from '../bench/benchPage.ts'
import { outputOf } from '../bench/languageOutput.ts'
import { starterDecks, textsOf } from '../bench/starterTexts.ts'
import { expect, test } from './fixtures.ts'

/** Of every level some: all forty-eight would take a minute. */
const EVERY = 4

test('the browser’s worker makes of a starter deck what Node makes of it, to the letter', async ({
  page,
  server,
}) => {
  const texts = [...starterDecks().values()].filter((_, at) => at % EVERY === 0).map(textsOf)
  const data = { dictionary: await loadDictionary('full'), pivots: await loadPivots() }
  const thread = languageThread({ ...data, pronunciations: null, english: null })
  const asked = {
    recognise: (source: Source) => thread.recognise(source, {}),
    build: (layout: Layout) => thread.build(0, layout, 'zh', () => undefined),
    words: thread.words,
  }
  const inNode: string[] = []
  for (const text of texts) inNode.push(await outputOf(asked, text))

  await server.start(await buildBenchPage('languagePage'))
  await page.goto(server.url)
  await page.waitForFunction(() => window.language !== undefined)
  const inBrowser = await page.evaluate(async (given) => window.language?.outputs(given), texts)
  expect(inBrowser).toEqual(inNode)
})
