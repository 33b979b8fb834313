import { describe, expect, it } from 'vitest'
import CardMenu from '../../../src/ui/review/CardMenu.vue'
import { mountWith } from '../mountWith.ts'

const props = { card: 'n.read.zh-en', canEdit: true, flag: 0, writes: true }
const menu = (part: object = {}) => mountWith(CardMenu, { ...props, ...part })
const press = async (wrapper: Awaited<ReturnType<typeof menu>>, name: string) =>
  await wrapper
    .findAll('button')
    .find((button) => button.text() === name)
    ?.trigger('click')

describe('CardMenu', () => {
  it.each([
    ['I know this', { do: 'known' }],
    ['Skip until tomorrow', { do: 'bury' }],
    ['Suspend this card', { do: 'suspend' }],
  ])('%s is done at once', async (name, action) => {
    const wrapper = await menu()
    await press(wrapper, name)
    expect(wrapper.emitted('act')).toEqual([[action]])
  })

  it('has five things in front, and the rest one tap further', async () => {
    const wrapper = await menu({ hasPair: true })
    const names = () => wrapper.findAll('button').map((button) => button.text())
    expect(names().filter((name) => name !== '')).toEqual([
      'Edit',
      'Fix this sentence pair',
      'I know this',
      'Skip until tomorrow',
      'Suspend this card',
      'More',
    ])
    await press(wrapper, 'More')
    expect(names()).toContain('Delete word and its cards')
    await press(wrapper, 'More')
    expect(names()).not.toContain('Delete word and its cards')
  })

  it('asks before it makes a card new again', async () => {
    const wrapper = await menu()
    await press(wrapper, 'More')
    await press(wrapper, 'Reset progress')
    expect(wrapper.emitted('act')).toBeUndefined()
    await press(wrapper, 'Make it new again')
    expect(wrapper.emitted('act')).toEqual([[{ do: 'reset' }]])
  })

  it.each([
    ['12', 12],
    ['-3', 0],
    ['99999', 3_650],
  ])('sets the day %s days from today as %i', async (typed, inDays) => {
    const wrapper = await menu()
    await press(wrapper, 'More')
    await press(wrapper, 'Choose a date')
    await wrapper.get('input[type=number]').setValue(typed)
    await wrapper.get('form').trigger('submit')
    expect(wrapper.emitted('act')).toEqual([[{ do: 'setDue', inDays }]])
  })

  it('flags by name and number, not by colour alone', async () => {
    const wrapper = await menu({ flag: 4 })
    await press(wrapper, 'More')
    const chosen = wrapper
      .findAll('input[type=radio]')
      .find(({ element }) => element instanceof HTMLInputElement && element.checked)
    expect(chosen?.element.parentElement?.textContent).toContain('4 blue')
    await wrapper.get('input[value="1"]').trigger('change')
    expect(wrapper.emitted('act')).toEqual([[{ do: 'flag', flag: 1 }]])
  })

  it('offers nothing that moves a schedule during practice', async () => {
    const wrapper = await menu({ writes: false })
    await press(wrapper, 'More')
    const names = wrapper.findAll('button').map((button) => button.text())
    expect(names).not.toContain('Choose a date')
    expect(names).not.toContain('Suspend this card')
  })

  it('speaks Chinese', async () => {
    const wrapper = await mountWith(CardMenu, props, 'zh')
    await press(wrapper, '更多')
    expect(wrapper.text()).toContain('重置进度')
  })
})
