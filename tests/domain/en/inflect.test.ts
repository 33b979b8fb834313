import { describe, expect, it } from 'vitest'
import { phonesOfForm } from '../../../src/domain/en/inflect.ts'

const LEMMAS: Readonly<Record<string, string>> = {
  threat: 'TH R EH1 T',
  wave: 'W EY1 V',
  church: 'CH ER1 CH',
  agree: 'AH0 G R IY1',
  walk: 'W AO1 K',
  end: 'EH1 N D',
  hope: 'HH OW1 P',
  kyiv: 'K IY1 IH0 V',
}
const phonesOf = (lemma: string) => LEMMAS[lemma]?.split(' ') ?? null
const said = (form: string) => phonesOfForm(form, phonesOf)?.join(' ')

describe('a regular form', () => {
  it.each([
    ['threats', 'TH R EH1 T S'],
    ['waves', 'W EY1 V Z'],
    ['churches', 'CH ER1 CH IH0 Z'],
    ['agreed', 'AH0 G R IY1 D'],
    ['walked', 'W AO1 K T'],
    ['ended', 'EH1 N D IH0 D'],
    ['hoping', 'HH OW1 P IH0 NG'],
    ["kyiv's", 'K IY1 IH0 V Z'],
    ["threats'", undefined],
  ])('%s is its lemma and the sound of its ending', (form, phones) => {
    expect(said(form)).toBe(phones)
  })

  it('is none of a lemma nobody knows, and a lemma is no form', () => {
    expect(said('blorks')).toBeUndefined()
    expect(said('threat')).toBeUndefined()
  })
})
