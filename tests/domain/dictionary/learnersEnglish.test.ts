import { expect, it } from 'vitest'
import {
  encodeLearnersEnglish,
  openLearnersEnglish,
} from '../../../src/domain/dictionary/learnersEnglish.ts'

const row = {
  headword: 'color/colour',
  pos: 'noun',
  zh: '颜色；色彩',
  american: 'ˈkʌlɚ',
  british: 'ˈkʌlə',
  forms: '',
  count: 'CU',
  use: '',
  cefr: 'A1',
}
const read = {
  ...row,
  headword: 'read',
  pos: 'verb',
  american: 'riːd',
  british: '',
  forms: 'read /rɛd/red,read',
}
const phrase = {
  headword: 'turn down',
  kind: 'phrasal',
  zh: '拒绝',
  separable: '1',
  use: '',
  cefr: 'B1',
  literal: 'way >to|of',
}
const fields = [
  ['way', 'road lane'],
  ['place', 'road'],
] as const
const opened = openLearnersEnglish(encodeLearnersEnglish([row, read], [phrase], fields))

it('gives back entries by each of their spellings, capitals or not', () => {
  expect(opened.entries('Colour')).toEqual(opened.entries('color'))
  expect(opened.entries('colour')[0]).toMatchObject({
    headword: 'color',
    zh: ['颜色', '色彩'],
    sound: { american: 'ˈkʌlɚ', british: 'ˈkʌlə' },
    count: 'CU',
    cefr: 'A1',
  })
})

it('finds an entry by its irregular forms, whose sound may be another', () => {
  const [entry] = opened.entriesOfForm('read')
  expect(entry?.sound).toEqual({ american: 'riːd', british: 'riːd' })
  expect(entry?.forms).toEqual([
    { form: 'read', sound: { american: 'rɛd', british: 'red' } },
    { form: 'read', sound: null },
  ])
})

it('has the phrases', () => {
  expect(opened.phrases).toMatchObject([
    { headword: 'turn down', separable: true, kind: 'phrasal' },
  ])
})

it('knows what tells a phrase from words side by side', () => {
  expect(opened.phrases[0]?.literal).toEqual(['way', '>to|of'])
  expect([...opened.fields('Road')]).toEqual(['way', 'place'])
  expect([...opened.fields('moon')]).toEqual([])
})

it('refuses other bytes', () => {
  expect(() => openLearnersEnglish(new Uint8Array(40))).toThrow(RangeError)
})
