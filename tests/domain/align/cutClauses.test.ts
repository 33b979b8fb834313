import { describe, expect, it } from 'vitest'
import { splitClausesEn, splitClausesZh } from '../../../src/domain/align/cutClauses.ts'

describe('splitClausesZh', () => {
  it.each([
    [['风停了，', '船也回来了。']],
    [['老船长说：', '“海面很平静，', '我们走吧！”', '大家都笑了。']],
    [['她想——', '不，', '她知道……', '他不会来。']],
    [['没有标点']],
    [['……']],
    [['']],
  ])('cuts %j', (clauses) => {
    expect(splitClausesZh(clauses.join(''))).toEqual(clauses)
  })
})

describe('splitClausesEn', () => {
  it.each([
    [['The wind dropped ', 'and the boats came home.']],
    [['“The sea is calm,” ', 'said the captain, ', '“so let us go!”']],
    [['She thought—', 'no, ', 'she knew—', 'that he would not come.']],
    [['It cost 1,200 dollars.']],
    [['The net ', 'which he had mended ', 'before dawn tore again.']],
    [['Android ', 'and others']],
    [['...']],
  ])('cuts %j', (clauses) => {
    expect(splitClausesEn(clauses.join(''))).toEqual(clauses)
  })
})
