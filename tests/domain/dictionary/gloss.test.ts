import { describe, expect, it } from 'vitest'
import { isAboutWord, readGloss } from '../../../src/domain/dictionary/gloss.ts'

const oneSpaced = (text: string): string => text.replace(/\s+/g, ' ').trim()

describe('a gloss of CC-CEDICT', () => {
  it.each([
    // raw, kind, qualifier, headword it leads to, alternatives
    ['to sail; to navigate (a ship)', 'meaning', '', null, ['to sail', 'to navigate']],
    ['pact, deal', 'meaning', '', null, ['pact, deal']],
    ['(literary)', 'meaning', '', null, ['']],
    ['(variant of 耠[huo1]) hoe', 'meaning', '', null, ['hoe']],
    ['classified', 'meaning', '', null, ['classified']],
    ['seemingly familiar', 'meaning', '', null, ['seemingly familiar']],
    ['old promise', 'meaning', '', null, ['old promise']],
    ['Taiwan province (PRC term)', 'meaning', '', null, ['Taiwan province']],
    ['homology (invariant of a topological space)', 'meaning', '', null, ['homology']],
    ['CL:艘[sou1],條|条[tiao2]', 'countedBy', '', '艘', ['CL: , ']],
    ['variant of 作證|作证[zuo4 zheng4]', 'variantOf', '', '作证', ['variant of']],
    ['old variant of 五[wu3]', 'variantOf', 'old', '五', ['old variant of']],
    ['erhua variant of 一個勁|一个劲[yi1 ge4 jin4]', 'variantOf', 'erhua', '一个劲', ['erhua variant of']],
    ['nonstandard simplified variant of 託|托[tuo1]', 'variantOf', 'nonstandard simplified', '托', ['nonstandard simplified variant of']],
    ['erhua form of 一下[yi1 xia4]', 'erhuaOf', '', '一下', ['erhua form of']],
    ['see 3C[san1 C]', 'see', '', '3C', ['see 3C']],
    ['see also 族[zu2]', 'see', '', '族', ['see also']],
    ['see you tomorrow', 'see', '', null, ['see you tomorrow']],
    ['also written 三保太監|三保太监', 'alsoWritten', '', '三保太监', ['also written']],
    ['same as 差不多', 'sameAs', '', '差不多', ['same as']],
    ['equivalent to 就[jiu4]: then', 'equivalentTo', '', '就', ['equivalent to : then']],
    ['used in 㐖毒[Xie2 du2]', 'usedIn', '', '㐖毒', ['used in']],
    ['abbr. for 國際法|国际法[guo2 ji4 fa3]', 'abbreviationFor', '', '国际法', ['abbr. for']],
    ['abbr. for 國際法|国际法[guo2 ji4 fa3], international law', 'abbreviationFor', '', '国际法', ['international law']],
    ['abbr. to 世博[Shi4 bo2]', 'abbreviationTo', '', '世博', ['abbr. to']],
    ['Taiwan pr. [xia4 hai2]', 'pronunciation', 'Taiwan', null, ['Taiwan pr.']],
    ['also pr. [pou1]', 'pronunciation', 'also', null, ['also pr.']],
    ['surname Ding', 'surname', '', null, ['surname Ding']],
    ['two-character surname Moqi', 'meaning', '', null, ['two-character surname Moqi']],
    ['classifier: couple; pair', 'classifier', '', null, ['classifier: couple', 'pair']],
    ['measure word', 'classifier', '', null, ['measure word']],
    ['old name for the 黎[Li2] ethnic group', 'oldName', '', null, ['old name for the ethnic group']],
  ])('%s is of kind %s', (raw, kind, qualifier, target, alternatives) => {
    const gloss = readGloss(raw)
    expect(gloss).toMatchObject({ raw, kind, qualifier })
    expect(gloss.target?.simplified ?? null).toBe(target)
    expect(gloss.alternatives.map(oneSpaced)).toEqual(alternatives.map(oneSpaced))
  }) // prettier-ignore

  it('has its notes, of nested ones up to the first that closes', () => {
    expect(readGloss('(coll.) to scold (sb)').notes).toEqual(['coll.', 'sb'])
    expect(readGloss('we (both speaker and person(s) spoken to)').notes).toEqual([
      'both speaker and person(s',
    ])
    expect(readGloss('animals (cow; later pig)').alternatives.map(oneSpaced)).toEqual(['animals'])
  })

  it('has the headwords it names with their readings, and lone readings', () => {
    expect(readGloss('from 臺|台[Tai2] to 灣|湾[wan1], also [yi1 B]').references).toEqual([
      { written: '臺|台[Tai2]', simplified: '台', reading: 'Tai2' },
      { written: '灣|湾[wan1]', simplified: '湾', reading: 'wan1' },
      { written: '[yi1 B]', simplified: '', reading: 'yi1 B' },
    ])
    expect(readGloss('same as 差不多').target).toEqual({
      written: '差不多',
      simplified: '差不多',
      reading: '',
    })
  })

  it('that is an abbreviation may be explained', () => {
    expect(readGloss('abbr. for 中國[Zhong1 guo2]').isExplained).toBe(false)
    expect(readGloss('abbr. for 中國[Zhong1 guo2], China').isExplained).toBe(true)
  })
})

describe('what only speaks about the word', () => {
  it.each([
    'CL:個|个[ge4]',
    'variant of 逼格[bi1 ge2]',
    'Japanese variant of 圓|圆',
    'see also 族[zu2]',
    'also written 三保太監|三保太监',
    'Taiwan pr. [xia4 hai2]',
    'Taiwan province (PRC term)',
  ])('%s', (raw) => {
    expect(isAboutWord(readGloss(raw))).toBe(true)
  })

  it.each([
    'popular variant of 嘴[zui3]',
    'colloquial pr. [yi3 ba5]',
    'surname Ding',
    'used in 㐖毒[Xie2 du2]',
    'abbr. for 國際法|国际法[guo2 ji4 fa3]',
    'a boat',
  ])('is not: %s', (raw) => {
    expect(isAboutWord(readGloss(raw))).toBe(false)
  })
})
