import { afterEach, describe, expect, it } from 'vitest'
import { keyOf } from '../../../src/ui/review/keys.ts'

function press(init: KeyboardEventInit, target: Element = document.body) {
  let meaning: ReturnType<typeof keyOf> | undefined
  const listen = (event: KeyboardEvent) => {
    meaning = keyOf(event)
  }
  document.addEventListener('keydown', listen)
  target.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, ...init }))
  document.removeEventListener('keydown', listen)
  return meaning
}
function add(html: string): Element {
  document.body.innerHTML = html
  const found = document.body.querySelector('[data-here]')
  if (found === null) throw new Error('nothing here')
  return found
}
afterEach(() => {
  document.body.innerHTML = ''
})

describe('keyOf', () => {
  it.each([
    [' ', { do: 'go' }],
    ['Enter', { do: 'go' }],
    ['1', { do: 'rate', rating: 'again' }],
    ['2', { do: 'rate', rating: 'hard' }],
    ['3', { do: 'rate', rating: 'good' }],
    ['4', { do: 'rate', rating: 'easy' }],
    ['u', null],
    ['?', { do: 'help' }],
    ['q', null],
  ])('reads %j', (key, meaning) => {
    expect(press({ key })).toEqual(meaning)
  })

  it('means nothing while an input method composes', () => {
    expect(press({ key: ' ', isComposing: true })).toBeNull()
  })

  it('means nothing when it repeats, or with other modifiers', () => {
    expect(press({ key: '3', repeat: true })).toBeNull()
    expect(press({ key: 'r', ctrlKey: true })).toBeNull()
  })

  it('leaves Space to the button that has the focus', () => {
    expect(press({ key: ' ' }, add('<button data-here>x</button>'))).toBeNull()
    expect(press({ key: '3' }, add('<button data-here>x</button>'))).not.toBeNull()
  })

  it('leaves every key to a field and to an open dialog', () => {
    expect(press({ key: 'u' }, add('<input data-here />'))).toBeNull()
    expect(press({ key: '1' }, add('<dialog open><p data-here>x</p></dialog>'))).toBeNull()
  })
})
