// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest'
import { useImporting } from '../../src/stores/importing.ts'
import { useMemory } from '../../src/stores/memory.ts'
import { usePicking } from '../../src/stores/picking.ts'
import { useSettings } from '../../src/stores/settings.ts'
import { encode } from '../formats/encode.ts'
import { freshStores } from './freshStores.ts'

vi.mock('../../src/worker/language/client.ts', () => import('../ui/languageHere.ts'))
vi.mock('../../src/storage/dictionaryFiles.ts', () => import('../ui/languageHere.ts'))

freshStores()

const LIST = ['面包,bread', '小镇,small town', '谈判,negotiation']
const file = (name: string, text: string) => new File([text], name)

/** Imports a file as it comes, with what is ticked by itself; what of it is learnt then. */
async function learnt(of: File) {
  await useSettings().change({ learning: 'zh' })
  const importing = useImporting()
  await importing.takeFiles([of])
  await importing.goTo('pick')
  const { sentences } = usePicking()
  await importing.commit()
  await useMemory().load()
  const notes = useMemory().notes.map((note) => (note.kind === 'term' ? note.headword : 'sentence'))
  return { notes, sentences: sentences.size }
}

describe('a list of words', () => {
  it.each([
    ['a table', 'a.csv', '\n'],
    ['lines of pairs', 'a.txt', '\n\n'],
  ])('is asked word by word, and no word as a sentence: %s', async (_what, name, between) => {
    const text = LIST.join(between).replaceAll(',', name === 'a.txt' ? ' — ' : ',')
    expect(await learnt(file(name, text))).toEqual({
      notes: ['面包', '小镇', '谈判'],
      sentences: 0,
    })
  })

  it('adds only what is new when it comes again, longer', async () => {
    await learnt(file('a.csv', LIST.join('\n')))
    const before = useMemory().notes.map(({ id }) => id)
    const longer = [...LIST, '边界,border', '北京,Beijing'].join('\n')
    const { notes } = await learnt(file('b.csv', longer))
    expect(notes.toSorted()).toEqual(['面包', '小镇', '谈判', '边界', '北京'].toSorted())
    expect(useMemory().notes.map(({ id }) => id)).toEqual(expect.arrayContaining(before))
  })

  it('is learnt with the readings it brings', async () => {
    const importing = useImporting()
    await importing.takeFiles([file('a.csv', '长,zhǎng,to grow\n行,háng,a row\n重,chóng,again')])
    expect(importing.draft?.terms.map(({ zh, reading }) => [zh, reading])).toEqual([
      ['长', 'zhang3'],
      ['行', 'hang2'],
      ['重', 'chong2'],
    ])
  })
})

describe('a table', () => {
  const TABLE = '面包,bread,food\n小镇,town,place\n谈判,negotiation,act'

  it('shows its columns, and is read again with those that are chosen', async () => {
    const importing = useImporting()
    await importing.takeFiles([file('a.csv', TABLE)])
    expect(importing.table?.columns.map(({ cells }) => cells[0])).toEqual(['面包', 'bread', 'food'])
    await importing.choose({ columns: { zh: 0, en: 2 } })
    expect(importing.draft?.texts.en).toBe('food\nplace\nact')
    await importing.choose({ header: true })
    expect(importing.draft?.texts.en).toBe('place\nact')
  })

  it('is cut again where the learner says, pasted or in a file', async () => {
    const importing = useImporting()
    const text = '面包,x;bread\n小镇,y;town\n谈判,z;negotiation'
    for (const put of [
      () => importing.takeFiles([file('a.csv', text)]),
      () => importing.takeClip({ text }),
    ]) {
      await put()
      await importing.splitAt(';')
      expect(importing.table?.delimiter).toBe(';')
      expect(importing.table?.columns.map(({ cells }) => cells[0])).toEqual(['面包,x', 'bread'])
    }
  })

  it('keeps saying what was wrong with the file, whatever is chosen', async () => {
    const importing = useImporting()
    await importing.takeFiles([file('a.csv', `${TABLE}\n边界`)])
    const ragged = { code: 'raggedRow', line: 4, found: '边界' }
    expect(importing.issues).toEqual([ragged])
    await importing.choose({ kind: 'columns' })
    expect(importing.issues).toEqual([ragged])
  })
})

describe('a file that is refused', () => {
  it('is read in the encoding that is chosen then', async () => {
    const importing = useImporting()
    const bytes = encode('Où? À côté là-bas… ñ\n魑魅魍魎\nThe bridge.', 'utf-16le')
    await importing.takeFiles([new File([bytes], 'a.txt')])
    expect(importing.issues.map(({ code }) => code)).toEqual(['notText'])
    expect(importing.refused).toBe(true)
    await importing.readAs('utf-16le')
    expect(importing.refused).toBe(false)
    expect(importing.draft?.texts.zh).toContain('魑魅魍魎')
  })
})
