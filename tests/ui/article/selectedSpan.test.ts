import { afterEach, describe, expect, it } from 'vitest'
import { selectedWords, selectFrom } from '../../../src/ui/article/selectedSpan.ts'

const PAGE = `
  <li data-pair="1"><p data-words>
    <span data-at="0" tabindex="0">双方</span><span data-at="2">同意</span><span data-at="4">停火</span>。
  </p></li>
  <li data-pair="2"><p data-words><span data-at="0">会谈</span><span data-at="2">结束</span></p></li>
  <p id="other">English</p>`

afterEach(() => {
  document.getSelection()?.removeAllRanges()
  document.body.innerHTML = ''
})
function page() {
  document.body.innerHTML = PAGE
  return [...document.querySelectorAll('[data-at]')]
}
const words = () => selectedWords(document.getSelection())
const select = (a: Node, b: Node) =>
  document.getSelection()?.setBaseAndExtent(a, 0, b, b.childNodes.length)

describe('selected words', () => {
  it('are those that the selection touches, in one sentence', () => {
    const all = page()
    select(all[0]!, all[1]!)
    expect(words()).toEqual({ bead: 0, first: 0, last: 2 })
  })

  it('end with the sentence in which they began', () => {
    const all = page()
    select(all[1]!, all[4]!)
    expect(words()).toEqual({ bead: 0, first: 2, last: 4 })
  })

  it('are none outside of the text, and none where nothing is selected', () => {
    page()
    select(document.querySelector('#other')!, document.querySelector('#other')!)
    expect(words()).toBeNull()
    document.getSelection()?.removeAllRanges()
    expect(words()).toBeNull()
  })

  it('grow and shrink by Shift and an arrow; another key leaves them', () => {
    const all = page()
    const press = (key: string, shiftKey = true) => {
      const event = new KeyboardEvent('keydown', { key, shiftKey, bubbles: true })
      Object.defineProperty(event, 'target', { value: all[1] })
      selectFrom(event)
    }
    press('ArrowRight', false)
    expect(words()).toBeNull()
    press('ArrowRight')
    expect(words()).toEqual({ bead: 0, first: 2, last: 4 })
    press('ArrowRight')
    expect(words()).toEqual({ bead: 0, first: 2, last: 4 })
    press('ArrowLeft')
    expect(words()).toEqual({ bead: 0, first: 2, last: 2 })
    press('ArrowLeft')
    expect(words()).toEqual({ bead: 0, first: 0, last: 2 })
  })
})
