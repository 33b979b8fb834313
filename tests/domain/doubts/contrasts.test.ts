import { describe, expect, it } from 'vitest'
import { loadDictionary } from '../../../src/cli/dictionary.ts'
import { contrastingWords, otherPerson } from '../../../src/domain/doubts/contrasts.ts'
import { turnsPolarity } from '../../../src/domain/doubts/polarity.ts'
import { otherSurname } from '../../../src/domain/doubts/surnames.ts'

const dictionary = await loadDictionary('full')

describe('words that exclude each other', () => {
  it.each([
    ['那年夏天大旱。', 'That winter there was a drought.', ['winter', '夏天']],
    ['他九月动工。', 'He began in November.', ['November', '九月']],
    ['应在饭后服用。', 'Take it before meals.', ['before', '饭后']],
    ['八岁以下儿童', 'children over eight', ['over', '以下']],
    ['请在四十八小时内通知。', 'Please notify us within forty-eight days.', ['days', '小时']],
    ['母亲留给他一口井。', 'His father left him a well.', ['father', '母亲']],
    ['副局长说不收费。', 'The head of the bureau said it is free.', ['', '副局长']],
    ['树比屋子还老。', 'The tree is younger than the house.', ['younger', '比屋子还老']],
    ['放两汤匙油。', 'Add two teaspoons of oil.', ['teaspoons', '汤匙']],
    ['距岸五百米以内', 'beyond five hundred metres of the shore', ['beyond', '以内']],
    ['游客少得多。', 'There are far more visitors.', ['more', '少得多']],
    ['塔建于宋代。', 'The tower dates from the Tang dynasty.', ['Tang', '宋代']],
    ['只有一家能换钱。', 'All of them change money.', ['', '只有']],
    ['游客少得多。', 'There are far fewer visitors.', null],
    ['只有努力才能成功。', 'You must work hard to succeed.', null],
    ['有的家庭买两棵树。', 'Other families buy trees; they like it.', null],
    ['不得超过五天。', 'Not for more than five days.', null],
    ['他晚上七点来。', 'He came at 7 p.m.', null],
    ['2024年秋天的一个夜里', 'one night in the autumn of 2024', null],
    ['他常常来。', 'He often came.', null],
    ['副局长说不收费。', 'The deputy head said it is free.', null],
  ])('%s against %s: %j', (zh, en, found) => {
    expect(contrastingWords(zh, en)).toEqual(found)
  })

  it.each([
    ['她还没来。', "He hasn't come yet.", ['He', '她']],
    ['你打算怎么办？', 'What do we plan to do?', ['we', '你']],
    ['她还没来。', "She hasn't come yet.", null],
    ['其他人走了。', 'I saw the others leave.', null],
  ])('who is meant: %s against %s: %j', (zh, en, found) => {
    expect(otherPerson(zh, en)).toEqual(found)
  })
})

it.each([
  ['请勿用湿手插电源。', 'Use wet hands.', 'zh'],
  ['老徐没有再问下去。', 'Old Xu went on asking.', 'zh'],
  ['一定要炒熟。', 'Do not cook them through.', 'en'],
  ['他拒绝了。', 'He did not agree.', null],
  ['他没有同意。', 'He refused.', null],
  ['差不多三年了，不过他很好。', 'It is about three years; he is fine, though.', null],
  ['你是不是去过？', 'Have you been there?', null],
  ['处五千元以上罚款。', 'A fine of not less than 5,000 yuan.', null],
  ['乌兹别克斯坦很远。', 'Uzbekistan is a long way.', null],
])('yes and no: %s against %s: %s', (zh, en, side) => {
  expect(turnsPolarity(zh, en)).toBe(side)
})

it.each([
  ['亲爱的周老师：', 'Dear Mr Zhu,', ['Zhu', '周']],
  ['一位姓田的老人', 'an old man', ['', '田']],
  ['亲爱的周老师：', 'Dear Mr Zhou,', null],
  ['数学老师来了。', 'The teacher of mathematics came.', null],
  ['他姓名不详。', 'His name is not known.', null],
])('surnames: %s against %s: %j', (zh, en, found) => {
  expect(otherSurname(zh, en, dictionary)).toEqual(found)
})
