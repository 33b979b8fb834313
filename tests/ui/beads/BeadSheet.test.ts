import { describe, expect, it } from 'vitest'
import BeadSheet from '../../../src/ui/beads/BeadSheet.vue'
import { mountWith } from '../mountWith.ts'

const props = {
  number: 3,
  texts: { zh: '雾散了，船靠岸了。', en: 'The fog lifted and the ferry landed.' },
  canGive: { zh: { up: true, down: false }, en: { up: false, down: true } },
  isLast: false,
  isPair: true,
}
const sheet = (part: object = {}) => mountWith(BeadSheet, { ...props, ...part })
type Sheet = Awaited<ReturnType<typeof sheet>>
const press = async (wrapper: Sheet, name: string) => {
  const button = wrapper.findAll('button').find((one) => one.text() === name)
  if (button === undefined) throw new Error(`no button ${name}`)
  await button.trigger('click')
}

describe('BeadSheet', () => {
  it('offers only what the bead allows', async () => {
    const names = (await sheet({ isLast: true, isPair: false }))
      .findAll('button')
      .map((b) => b.text())
    expect(names).toContain('Split in two')
    expect(names).not.toContain('Join with the next pair')
    expect(names).not.toContain('Unlink')
    expect(names.filter((name) => name === 'Move first sentence to the pair above')).toHaveLength(1)
  })

  it('says which repair was chosen and closes', async () => {
    const wrapper = await sheet()
    await press(wrapper, 'Move last sentence to the pair below')
    expect(wrapper.emitted('repair')).toEqual([[{ do: 'shift', side: 'en', by: 1 }]])
    expect(wrapper.emitted('close')).toHaveLength(1)
  })

  it('splits where the pieces were tapped', async () => {
    const wrapper = await sheet()
    await press(wrapper, 'Split in two')
    await press(wrapper, '雾散了，')
    await press(wrapper, 'lifted')
    await press(wrapper, 'Split here')
    expect(wrapper.emitted('repair')).toEqual([[{ do: 'split', cut: { zh: 4, en: 15 } }]])
  })

  it('keeps a side whole in the first half when nobody cuts it', async () => {
    const wrapper = await sheet()
    await press(wrapper, 'Split in two')
    await press(wrapper, '雾散了，')
    await press(wrapper, 'Split here')
    expect(wrapper.emitted('repair')).toEqual([
      [{ do: 'split', cut: { zh: 4, en: props.texts.en.length } }],
    ])
  })

  it('edits a side as text', async () => {
    const wrapper = await sheet()
    await wrapper
      .findAll('button')
      .filter((b) => b.text() === 'Edit the text')[1]
      ?.trigger('click')
    await wrapper.get('textarea').setValue('The fog lifted; the ferry landed.')
    await wrapper.get('form').trigger('submit')
    expect(wrapper.emitted('repair')).toEqual([
      [{ do: 'edit', side: 'en', text: 'The fog lifted; the ferry landed.' }],
    ])
  })
})
