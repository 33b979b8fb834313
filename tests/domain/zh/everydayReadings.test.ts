import { describe, expect, it } from 'vitest'
import { loadDictionary } from '../../../src/cli/dictionary.ts'
import { readZh } from '../../../src/domain/zh/pinyin.ts'

const dictionary = await loadDictionary('full')

const readings = (text: string): string =>
  readZh(text, dictionary)
    .filter((syllable) => syllable !== null)
    .join(' ')

describe('what is said every day', () => {
  it.each([
    ['还钱', 'huan2 qian2'],
    ['我很累', 'wo3 hen3 lei4'],
    ['数一下', 'shu3 yi1 xia4'],
    ['睡不着', 'shui4 bu4 zhao2'],
    ['灯亮着', 'deng1 liang4 zhe5'],
    ['他还没还钱', 'ta1 hai2 mei2 huan2 qian2'],
    ['种水稻', 'zhong4 shui3 dao4'],
    ['一点儿', 'yi1 dian3 r5'],
  ])('%s is %s', (text, reading) => {
    expect(readings(text)).toBe(reading)
  })
})

describe('a surname', () => {
  it.each([
    ['单老师', 'shan4'],
    ['仇先生', 'qiu2'],
    ['区先生', 'ou1'],
    ['任老师', 'ren2'],
    ['解晓东', 'xie4'],
    ['查先生', 'zha1'],
    ['曾国藩', 'zeng1'],
    ['姓单', 'shan4'],
  ])('in %s is read %s', (text, reading) => {
    expect(readings(text).split(' ')).toContain(reading)
  })
})

describe('a word', () => {
  it('keeps what is nearly always meant', () => {
    expect(readings('他告诉我的东西')).toContain('gao4 su5')
    expect(readings('衣服')).toBe('yi1 fu5')
    expect(readings('关系')).toBe('guan1 xi5')
  })

  it('gives way to another full tone where it is none', () => {
    expect(readings('他落下了一本书')).toBe('ta1 la4 xia4 le5 yi1 ben3 shu1')
    expect(readings('你有多重')).toBe('ni3 you3 duo1 zhong4')
  })

  it('never gives way to a neutral tone, nor from one', () => {
    expect(readings('困难')).toBe('kun4 nan5')
    expect(readings('着急')).toBe('zhao2 ji2')
  })

  it('keeps a reading nothing was learnt of', () => {
    expect(readings('著名')).toBe('zhu4 ming2')
  })
})

describe('a hanzi nobody learnt', () => {
  it('has the reading commonest in the words of the dictionary', () => {
    expect(readings('踅')).toBe('xue2')
  })

  it('has the one laid down as usual, however common another is', () => {
    expect(readings('喏')).toBe('nuo4')
  })
})
