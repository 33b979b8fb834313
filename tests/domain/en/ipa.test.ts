import { describe, expect, it } from 'vitest'
import { ipaOf } from '../../../src/domain/en/ipa.ts'

/** Checked by hand against what dictionaries of American English print. */
const TABLE = [
  ['the', 'DH AH0', 'ðə'],
  ['cut', 'K AH1 T', 'kʌt'],
  ['about', 'AH0 B AW1 T', 'əˈbaʊt'],
  ['bird', 'B ER1 D', 'bɝːd'],
  ['father', 'F AA1 DH ER0', 'ˈfɑːðɚ'],
  ['further', 'F ER1 DH ER0', 'ˈfɝːðɚ'],
  ['street', 'S T R IY1 T', 'striːt'],
  ['thing', 'TH IH1 NG', 'θɪŋ'],
  ['then', 'DH EH1 N', 'ðɛn'],
  ['judge', 'JH AH1 JH', 'dʒʌdʒ'],
  ['church', 'CH ER1 CH', 'tʃɝːtʃ'],
  ['year', 'Y IH1 R', 'jɪr'],
  ['boy', 'B OY1', 'bɔɪ'],
  ['wood', 'W UH1 D', 'wʊd'],
  ['food', 'F UW1 D', 'fuːd'],
  ['go', 'G OW1', 'ɡoʊ'],
  ['my', 'M AY1', 'maɪ'],
  ['cat', 'K AE1 T', 'kæt'],
  ['law', 'L AO1', 'lɔː'],
  ['singer', 'S IH1 NG ER0', 'ˈsɪŋɚ'],
  ['finger', 'F IH1 NG G ER0', 'ˈfɪŋɡɚ'],
  ['measure', 'M EH1 ZH ER0', 'ˈmɛʒɚ'],
  ['mission', 'M IH1 SH AH0 N', 'ˈmɪʃən'],
  ['agreement', 'AH0 G R IY1 M AH0 N T', 'əˈɡriːmənt'],
  ['extreme', 'EH0 K S T R IY1 M', 'ɛkˈstriːm'],
  ['extra', 'EH1 K S T R AH0', 'ˈɛkstrə'],
  ['instrument', 'IH1 N S T R AH0 M AH0 N T', 'ˈɪnstrəmənt'],
  ['anxiety', 'AE0 NG Z AY1 AH0 T IY0', 'æŋˈzaɪəti'],
  ['language', 'L AE1 NG G W AH0 JH', 'ˈlæŋɡwədʒ'],
  ['question', 'K W EH1 S CH AH0 N', 'ˈkwɛstʃən'],
  ['security', 'S IH0 K Y UH1 R AH0 T IY0', 'sɪˈkjʊrəti'],
  ['president', 'P R EH1 Z AH0 D EH2 N T', 'ˈprɛzəˌdɛnt'],
  ['university', 'Y UW2 N AH0 V ER1 S AH0 T IY0', 'ˌjuːnəˈvɝːsəti'],
  ['photography', 'F AH0 T AA1 G R AH0 F IY0', 'fəˈtɑːɡrəfi'],
  ['photograph', 'F OW1 T AH0 G R AE2 F', 'ˈfoʊtəˌɡræf'],
  ['negotiation', 'N IH0 G OW2 SH IY0 EY1 SH AH0 N', 'nɪˌɡoʊʃiˈeɪʃən'],
  ['admit', 'AH0 D M IH1 T', 'ədˈmɪt'],
  ['awhile', 'AH0 W AY1 L', 'əˈwaɪl'],
  ['intelligence', 'IH2 N T EH1 L AH0 JH AH0 N S', 'ɪnˈtɛlədʒəns'],
  ['ceasefire', 'S IY1 S F AY1 ER0', 'ˈsiːsˌfaɪɚ'],
] as const

describe('IPA of ARPABET', () => {
  it.each(TABLE)('%s', (_word, phones, ipa) => {
    expect(ipaOf(phones.split(' '))).toBe(ipa)
  })

  it('marks no stress in a word of one syllable', () => {
    expect(ipaOf(['S', 'T', 'R', 'EH1', 'NG', 'K', 'TH', 'S'])).toBe('strɛŋkθs')
  })
})
