// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest'
import { useImporting } from '../../src/stores/importing.ts'
import { useKeeping } from '../../src/stores/keeping.ts'
import { useSettings } from '../../src/stores/settings.ts'
import { freshStores, inAnotherTab } from './freshStores.ts'

vi.mock('../../src/worker/language/client.ts', () => import('../ui/languageHere.ts'))
vi.mock('../../src/storage/dictionaryFiles.ts', () => import('../ui/languageHere.ts'))

freshStores()
afterEach(() => Reflect.deleteProperty(navigator, 'storage'))

/** A browser that promises nothing yet, and gives this answer when it is asked. */
function browser(answer: Promise<boolean>) {
  const persist = vi.fn<() => Promise<boolean>>(() => answer)
  const storage = { persist, persisted: async () => false }
  Object.defineProperty(navigator, 'storage', { configurable: true, value: storage })
  return persist
}
/** As Firefox while its question is on screen and nobody answers it. */
const never = new Promise<boolean>(() => undefined)

describe('keeping', () => {
  it('asks nothing of the browser while an import is on its way', async () => {
    const persist = browser(never)
    await useSettings().change({ learning: 'zh' })
    const importing = useImporting()
    await importing.takeClip({ text: '双方停火。\nBoth sides cease fire.' })
    expect(await importing.commit()).not.toBe('')
    expect(persist).not.toHaveBeenCalled()
  })

  it('is offered once, and is over whatever the browser does with its question', async () => {
    const persist = browser(never)
    const keeping = useKeeping()
    await keeping.look()
    expect([keeping.offered, keeping.kept]).toEqual([true, false])
    await keeping.ask()
    expect(persist).toHaveBeenCalledTimes(1)
    expect(keeping.offered).toBe(false)
    const later = inAnotherTab(useKeeping)
    await later.look()
    expect(later.offered).toBe(false)
  })

  it('knows what the browser said', async () => {
    browser(Promise.resolve(true))
    const keeping = useKeeping()
    await keeping.look()
    await keeping.ask()
    expect(keeping.kept).toBe(true)
  })

  it('is not offered again to who does not want it', async () => {
    const persist = browser(Promise.resolve(true))
    const keeping = useKeeping()
    await keeping.look()
    await keeping.decline()
    expect(keeping.offered).toBe(false)
    await keeping.look()
    expect(keeping.offered).toBe(false)
    expect(persist).not.toHaveBeenCalled()
  })
})
