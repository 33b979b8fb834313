import { describe, expect, it } from 'vitest'
import { loadDictionary } from '../../../src/cli/dictionary.ts'
import { scriptOf, toSimplified, toTraditional } from '../../../src/domain/zh/script.ts'

const dictionary = await loadDictionary('full')

describe('both ways', () => {
  it.each([
    ['两国代表团同意停火。', '兩國代表團同意停火。'],
    ['头发和发展', '頭髮和發展'],
    ['皇后以后', '皇后以後'],
    ['干部干活', '幹部幹活'],
    ['饼干', '餅乾'],
    ['三只猫只有', '三隻貓只有'],
    ['面包和面子', '麵包和面子'],
    ['里面，公里', '裡面，公里'],
    ['关系，联系', '關係，聯繫'],
    ['日历，历史', '日曆，歷史'],
    ['他看着著名的银行', '他看著著名的銀行'],
    ['下周一', '下週一'],
    ['什么是台风？他姓范。', '什麼是颱風？他姓范。'],
    ['系鞋带，把袖子卷起来', '繫鞋帶，把袖子捲起來'],
    ['咸味，老少咸宜', '鹹味，老少咸宜'],
    ['衣服干了，油漆还没干', '衣服乾了，油漆還沒乾'],
    ['他干了一天活', '他幹了一天活'],
    ['沈先生、于老师和钟教授', '沈先生、于老師和鍾教授'],
    ['我姓叶，叫老余来', '我姓葉，叫老余來'],
    ['三里路，屋里', '三里路，屋裡'],
    ['吃面，见面，面条', '吃麵，見面，麵條'],
    ['喂猫，喂，你好', '餵貓，喂，你好'],
    ['一出好戏，出门', '一齣好戲，出門'],
    ['干干净净，明明白白', '乾乾淨淨，明明白白'],
    ['存折里没有钱', '存摺裡沒有錢'],
    ['吃方便面、抽烟、回复', '吃方便麵、抽菸、回覆'],
    ['桥梁动荡，秘密泄露', '橋樑動盪，祕密洩露'],
    ['他说：“好。”ABC 123', '他說：“好。”ABC 123'],
  ])('%s', (simplified, traditional) => {
    expect(toTraditional(simplified, dictionary)).toBe(traditional)
    expect(toSimplified(traditional, dictionary)).toBe(simplified)
  })

  it.each(['餘額', '麼', '乾燥', '蘋果', '諮詢', '甚麼', '甚至', '藉口', '狼藉'])(
    '%s becomes simplified',
    (word) => {
      expect(toSimplified(word, dictionary)).toBe(
        new Map([
          ['甚麼', '什么'],
          ['甚至', '甚至'],
          ['藉口', '借口'],
          ['狼藉', '狼藉'],
          ['餘額', '余额'],
          ['麼', '么'],
          ['乾燥', '干燥'],
          ['蘋果', '苹果'],
          ['諮詢', '咨询'],
        ]).get(word),
      )
    },
  )
})

describe('a text in the script asked for', () => {
  it('stays as it is', () => {
    expect(toTraditional('他後來看著她', dictionary)).toBe('他後來看著她')
    expect(toSimplified('皇后乾隆，他著有很多书', dictionary)).toBe('皇后乾隆，他著有很多书')
    expect(toSimplified('', dictionary)).toBe('')
  })

  it.each([
    ['两国代表团', 'simplified'],
    ['兩國代表團', 'traditional'],
    ['人口', null],
    ['', null],
    ['abc', null],
  ])('%s is %s', (text, script) => {
    expect(scriptOf(text, dictionary)).toBe(script)
  })
})
