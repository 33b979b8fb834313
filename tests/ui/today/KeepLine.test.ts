// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import KeepLine from '../../../src/ui/today/KeepLine.vue'
import { mountWith } from '../mountWith.ts'

describe('the offer to ask the browser to keep the cards', () => {
  it('says why, and takes a yes or a no', async () => {
    const line = await mountWith(KeepLine, {})
    expect(line.text()).toContain('When space runs out')
    const [ask, decline] = line.findAll('button')
    expect(ask?.text()).toBe('Ask the browser never to clear your cards')
    await ask?.trigger('click')
    await decline?.trigger('click')
    expect([line.emitted('ask'), line.emitted('decline')]).toEqual([[[]], [[]]])
  })

  it('is made in Chinese as well', async () => {
    const line = await mountWith(KeepLine, {}, 'zh')
    expect(line.findAll('button').map((button) => button.text())).toEqual([
      '请浏览器永不清除我的卡片',
      '不用了',
    ])
  })
})
