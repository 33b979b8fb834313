import { describe, expect, it } from 'vitest'
import { openStorage } from '../../../src/storage/database.ts'
import { deckOf } from '../../../src/stores/exporting/deckOf.ts'
import { useUndo } from '../../../src/stores/undo.ts'
import AboutScreen from '../../../src/ui/library/AboutScreen.vue'
import { bitext } from '../../make.ts'
import { freshDatabases } from '../../storage/testDisk.ts'
import { keepArticle, mountScreen, until } from '../mountScreen.ts'

freshDatabases()

const ferry = bitext([['渡轮停在码头上。', 'The ferry stayed at the pier.']], {
  id: 'F',
  title: { zh: '渡轮', en: 'The ferry' },
})

async function opened(id = 'F', language: 'en' | 'zh' = 'en') {
  await keepArticle(ferry)
  const screen = await mountScreen(AboutScreen, { id }, language)
  await until(() => screen.find('form, h1 + p').exists())
  const field = (label: string) => {
    const found = screen.findAll('label').find((one) => one.text().startsWith(label))
    if (found === undefined) throw new Error(`no field ${label}`)
    return found.get('input')
  }
  return { screen, field }
}

describe('what is said of a text', () => {
  it('is changed, goes into its deck, and is taken back; markup is text', async () => {
    const { screen, field } = await opened()
    expect(field('English title').element.value).toBe('The ferry')
    await field('Chinese title').setValue('<b>渡船</b>')
    await field('Translator').setValue('王芳')
    await field('Licence').setValue('CC BY-SA 4.0')
    await field('Level').setValue('HSK 4 · B1')
    await screen.get('form').trigger('submit')
    await until(() => useUndo().last?.what === 'library.described')
    expect(useUndo().last?.title).toBe('<b>渡船</b>')
    const disk = await openStorage()
    expect(await deckOf(disk, 'F')).toMatchObject({
      title: { zh: '<b>渡船</b>', en: 'The ferry' },
      level: 'HSK 4 · B1',
      provenance: { translator: '王芳', licence: 'CC BY-SA 4.0', author: '' },
    })
    await useUndo().undo()
    expect(await deckOf(disk, 'F')).toMatchObject({ title: { zh: '渡轮' }, level: '' })
    await disk.close()
  })

  it('needs a title in one of the languages, and says so', async () => {
    const { screen, field } = await opened('F', 'zh')
    await field('中文标题').setValue(' ')
    await field('英文标题').setValue('')
    expect(screen.text()).toContain('请至少填写一种语言的标题。')
    expect(screen.get('button[type=submit]').attributes('disabled')).toBeDefined()
  })

  it('of a text that is not here is nothing to change', async () => {
    const { screen } = await opened('nobody')
    await until(() => screen.text().includes('This text is not here.'))
    expect(screen.find('form').exists()).toBe(false)
  })
})
