// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { readArticle } from '../../src/storage/articles.ts'
import { keepShared } from '../../src/storage/shared.ts'
import { useDisk } from '../../src/stores/disk.ts'
import { useImporting } from '../../src/stores/importing.ts'
import { useShared } from '../../src/stores/shared.ts'
import { fakeCaches } from '../storage/fakeCaches.ts'
import { freshStores } from './freshStores.ts'

vi.mock('../../src/worker/language/client.ts', () => import('../ui/languageHere.ts'))
vi.mock('../../src/storage/dictionaryFiles.ts', () => import('../ui/languageHere.ts'))

freshStores()
beforeEach(() => void vi.stubGlobal('caches', fakeCaches()))

const SCOPE = new URL(import.meta.env.BASE_URL, window.location.origin).href
async function share(fields: Readonly<Record<string, string>>, ...files: readonly File[]) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  for (const file of files) form.append('files', file)
  await keepShared(SCOPE, form)
}
const PAIR = '渡船来了。\nThe ferry came.'

describe('what another app shared', () => {
  it('is read when the import screen opens, and its article says where it is from', async () => {
    await share({ text: `${PAIR} https://a.example/1` })
    await useShared().look()
    const importing = useImporting()
    expect(importing.draft?.texts.en).toBe('The ferry came.')
    expect(useShared().waiting).toBeNull()
    const id = await importing.commit()
    const stored = await readArticle(await useDisk().open(), id)
    expect(stored?.article.provenance.source).toBe('https://a.example/1')
  })

  it('waits while another import is under way, and takes its place when it is told to', async () => {
    const importing = useImporting()
    await importing.takeClip({ text: PAIR })
    await share({}, new File(['灯亮着。\nThe lamp was on.'], 'a.txt'))
    const shared = useShared()
    await shared.look()
    expect(importing.draft?.texts.en).toBe('The ferry came.')
    expect(shared.waiting?.files[0]?.name).toBe('a.txt')
    await shared.take()
    expect(importing.draft?.texts.en).toBe('The lamp was on.')
    await shared.look()
    expect(shared.waiting).toBeNull()
  })

  it('stays where it cannot be read, until it is put away', async () => {
    await share({}, new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47])], 'a.png'))
    const shared = useShared()
    await shared.look()
    expect(useImporting().issues.map(({ code }) => code)).toEqual(['notText'])
    expect(shared.waiting).not.toBeNull()
    await shared.drop()
    await shared.look()
    expect(shared.waiting).toBeNull()
  })

  it('is said to be an address where it is nothing else', async () => {
    await share({ title: 'A page', url: 'https://a.example/1' })
    await useShared().look()
    expect(useImporting().issues).toEqual([{ code: 'linkOnly', found: 'https://a.example/1' }])
    expect(useShared().waiting).toBeNull()
  })
})
