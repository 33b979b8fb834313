import { describe, expect, it } from 'vitest'
import { loadDictionary } from '../../../src/cli/dictionary.ts'
import { showText } from '../../../src/domain/zh/showText.ts'

const core = await loadDictionary('core')

describe('a text in the script it is shown in', () => {
  it.each([
    ['头发和发展', 'traditional', '頭髮和發展'],
    ['但须经同意', 'traditional', '但須經同意'],
    ['頭髮和發展', 'simplified', '头发和发展'],
    ['兩國停火。', 'traditional', '兩國停火。'],
    ['Rubio 说：“停火！”', 'traditional', 'Rubio 說：“停火！”'],
  ] as const)('%s, %s: %s; the core dictionary is enough', (text, script, shown) => {
    expect(showText(text, script, core)).toBe(shown)
  })

  it('keeps as many characters as it had', () => {
    const text = '𠮷野家里的面条很好吃，后来皇后也来了。'
    expect([...showText(text, 'traditional', core)]).toHaveLength([...text].length)
  })
})
