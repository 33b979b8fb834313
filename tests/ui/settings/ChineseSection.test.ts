import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h } from 'vue'
import { useProblems } from '../../../src/stores/problems.ts'
import { useScript } from '../../../src/stores/script.ts'
import { useSettings } from '../../../src/stores/settings.ts'
import ChineseSection from '../../../src/ui/settings/ChineseSection.vue'
import { followLearner } from '../../../src/ui/shared/display.ts'
import { fillDisk } from '../../storage/testDisk.ts'
import { mountScreen, until } from '../mountScreen.ts'

vi.mock('../../../src/worker/language/client.ts', () => import('../languageHere.ts'))
vi.mock('../../../src/storage/dictionaryFiles.ts', () => import('../languageHere.ts'))

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})

/** The section with the real settings and the real conversion, as the shell puts them together. */
const Shell = defineComponent(() => {
  const settings = useSettings()
  const script = useScript()
  followLearner(() => settings.learner, script.shown)
  return () =>
    h(ChineseSection, {
      learner: settings.wanted,
      onChange: (part: object) =>
        void useProblems().attempt('settings.change', () => settings.change(part)),
    })
})

async function openSection(language: 'en' | 'zh' = 'en') {
  const page = await mountScreen(Shell, {}, language)
  const sample = () => page.get('[data-testid=chinese-sample]').text()
  const choose = (name: string) =>
    page
      .findAll('label')
      .find((label) => label.text() === name)
      ?.get('input')
      .setValue(true)
  const chosen = () => {
    const radios = page.findAll<HTMLInputElement>('fieldset:first-of-type input[type=radio]')
    return radios.map(({ element }) => element.checked)
  }
  return { page, sample, choose, chosen }
}

describe('the section about Chinese text', () => {
  it('shows what a choice does', async () => {
    const { page, sample, choose } = await openSection()
    expect(sample()).toMatch(
      /^妈妈，我们一个问题也没有了\s*mā ma wǒ men yī gè wèn tí yě méi yǒu le$/,
    )
    await choose('Tones as they are spoken: ní hǎo, yí gè (else nǐ hǎo, yī gè)')
    await until(() => sample().includes('yí gè'))
    await choose('Traditional')
    await until(() => sample().includes('媽媽，我們一個問題也沒有了'))
    await choose('Zhuyin (Bopomofo)')
    await until(() => sample().includes('ㄇㄚ ˙ㄇㄚ ㄨㄛˇ'))
    await choose('Colour the tones (the tone marks stay)')
    await until(() => page.findAll('.tone-3').length > 0)
    await choose('As the text has them')
    await until(() => sample().includes('妈妈，我们一个问题也没有了'))
  })

  it('goes back to what is kept when the disk refuses a choice', async () => {
    const { choose, chosen } = await openSection()
    const before = chosen()
    const makeRoom = fillDisk('preferences')
    await choose('Traditional')
    expect(chosen()).not.toEqual(before)
    await until(() => useProblems().problem === 'diskFull')
    makeRoom()
    expect(chosen()).toEqual(before)
  })

  it('keeps what was chosen', async () => {
    const { page, choose } = await openSection('zh')
    await choose('繁体字')
    await choose('不显示')
    await until(() => useSettings().learner.pinyin === 'off')
    page.unmount()
    await openSection()
    const settings = useSettings()
    await settings.load()
    expect(settings.learner).toMatchObject({ script: 'traditional', pinyin: 'off' })
  })
})
