import { expect, it } from 'vitest'
import { chosenVoice, withVoice } from '../../../src/ui/settings/chosenVoices.ts'

const phone = ['Android zh 1', 'Android zh 2']
const laptop = ['Tingting', 'Meijia']

it('every device keeps the voice that was chosen on it', () => {
  const chosen = withVoice(withVoice([], laptop, 'Tingting'), phone, 'Android zh 2')
  expect([chosenVoice(chosen, laptop), chosenVoice(chosen, phone)]).toEqual([
    'Tingting',
    'Android zh 2',
  ])
  const later = withVoice(chosen, laptop, 'Meijia')
  expect(later).toEqual(['Meijia', 'Android zh 2'])
})

it('goes back to the voice that the device would take', () => {
  const chosen = withVoice(['Tingting', 'Android zh 2'], laptop, '')
  expect(chosen).toEqual(['Android zh 2'])
  expect(chosenVoice(chosen, laptop)).toBe('')
})
