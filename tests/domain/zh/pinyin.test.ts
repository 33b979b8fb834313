import { describe, expect, it } from 'vitest'
import { loadDictionary } from '../../../src/cli/dictionary.ts'
import { tokenizeZh } from '../../../src/domain/text/tokenizeZh.ts'
import { readingOf, readZh } from '../../../src/domain/zh/pinyin.ts'

const dictionary = await loadDictionary('full')

const read = (text: string): string =>
  readZh(text, dictionary)
    .filter((syllable) => syllable !== null)
    .join(' ')

describe('readings in a text', () => {
  it.each([
    ['玩儿', 'wan2 r5'],
    ['儿子', 'er2 zi5'],
    ['重置双边关系', 'chong2 zhi4 shuang1 bian1 guan1 xi5'],
    ['还给他', 'huan2 gei3 ta1'],
    ['他还没来', 'ta1 hai2 mei2 lai2'],
    ['银行行长', 'yin2 hang2 hang2 zhang3'],
    ['长期担任部长', 'chang2 qi1 dan1 ren4 bu4 zhang3'],
    ['他长大了，头发很长', 'ta1 zhang3 da4 le5 tou2 fa5 hen3 chang2'],
    ['音乐快乐', 'yin1 yue4 kuai4 le4'],
    ['他得去', 'ta1 dei3 qu4'],
    ['跑得很快', 'pao3 de5 hen3 kuai4'],
    ['得到', 'de2 dao4'],
    ['慢慢地跑', 'man4 man4 de5 pao3'],
    ['土地', 'tu3 di4'],
    ['我的目的', 'wo3 de5 mu4 di4'],
    ['看着他', 'kan4 zhe5 ta1'],
    ['睡着了', 'shui4 zhao2 le5'],
    ['受不了', 'shou4 bu4 liao3'],
    ['不是一个', 'bu4 shi4 yi1 ge5'],
    ['都是首都', 'dou1 shi4 shou3 du1'],
    ['西藏藏族', 'xi1 zang4 zang4 zu2'],
    ['为人民服务', 'wei4 ren2 min2 fu2 wu4'],
    ['两只手只有', 'liang3 zhi1 shou3 zhi3 you3'],
    ['东西便宜', 'dong1 xi5 pian2 yi5'],
    ['告诉教授', 'gao4 su5 jiao4 shou4'],
    ['绿色女人', 'lu:4 se4 nu:3 ren2'],
    ['二〇二二年3月', 'er4 ling2 er4 er4 nian2 yue4'],
    ['人人、种种、人们', 'ren2 ren2 zhong3 zhong3 ren2 men5'],
    ['人々', 'ren2 ren2'],
    ['泽连斯基与卢比奥', 'ze2 lian2 si1 ji1 yu3 lu2 bi3 ao4'],
    ['北京', 'bei3 jing1'],
    ['卡拉OK和AA制', 'ka3 la1 he2 zhi4'],
    ['長大後頭髮很長', 'zhang3 da4 hou4 tou2 fa5 hen3 chang2'],
    ['著名的銀行行長看著她', 'zhu4 ming2 de5 yin2 hang2 hang2 zhang3 kan4 zhe5 ta1'],
    ['abc 123', ''],
    ['', ''],
  ])('%s is %s', (text, syllables) => {
    expect(read(text)).toBe(syllables)
  })

  it('stand at the first UTF-16 unit of their hanzi', () => {
    expect(readZh('𰻝面A。', dictionary)).toEqual(['biang2', null, 'mian4', null, null])
  })

  it('are xx5 for a hanzi nobody knows', () => {
    expect(read('𠮷')).toBe('xx5')
  })

  it('are the same in one piece and in parts that do not touch each other', () => {
    const parts = ['他长大了。', '\n', '头发很长，', '还给他！']
    const whole = readZh(parts.join(''), dictionary)
    expect(whole).toEqual(parts.flatMap((part) => readZh(part, dictionary)))
  })

  it('go by the words the text was cut into already', () => {
    const tokens = tokenizeZh('他长大了。', dictionary)
    expect(readZh('他长大了。', dictionary, { tokens })).toEqual(readZh('他长大了。', dictionary))
    const whole = [{ start: 0, end: 2, text: '东西', kind: 'word' as const }]
    const apart = [0, 1].map((at) => ({ ...whole[0]!, start: at, end: at + 1, text: '东西'[at]! }))
    expect(readZh('东西', dictionary, { tokens: whole })).toEqual(['dong1', 'xi5'])
    expect(readZh('东西', dictionary, { tokens: apart })).toEqual(['dong1', 'xi1'])
  })
})

describe('the reading of a word', () => {
  it.each([
    ['停火', 'ting2 huo3'],
    ['北京', 'bei3 jing1'],
    ['情报共享', 'qing2 bao4 gong4 xiang3'],
    ['卢比奥', 'lu2 bi3 ao4'],
    ['AA制', 'zhi4'],
    ['一个巴掌拍不响', 'yi1 ge5 ba1 zhang3 pai1 bu4 xiang3'],
    ['DNA', ''],
  ])('%s is %s', (word, reading) => {
    expect(readingOf(word, dictionary)).toBe(reading)
  })
})
