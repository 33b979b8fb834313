import type en from './en.ts'

/** 关于文本本身的中文语句：存疑之处、字体与注音。 */
const zh: typeof en = {
  doubts: {
    title: '值得一看',
    note: '这些地方的译文或配对可能有误。',
    none: '这篇译文没有发现可疑之处。',
    looking: '正在对照两边的文本……',
    more: '全部显示（{n} 处）',
    less: '收起',
    go: '查看第 {number} 对',
    mark: '值得一看',
    fine: '这里没问题',
    settled: '不会再提示。',
    count: '有 {n} 处值得一看',
    reason: {
      sideMissing: {
        zh: '这段英文没有对应的中文。',
        en: '这段中文没有对应的英文。',
      },
      numbersDiffer: {
        number: '{a} 只出现在一边。',
        day: '一边是 {a}，另一边是 {b}。',
      },
      nameMissing: {
        zh: '中文里缺少“{a}”（{b}）。',
        en: '英文里缺少“{a}”。',
      },
      nameSpellings: '同一个名字有两种译法：此处是“{a}”，别处是“{b}”。',
      termVaries: '同一个英文词有两种译法：此处是“{a}”，别处是“{b}”。',
      calque: '“{a}”照搬了英文的句式。',
      untranslated: '“{a}”没有翻译。',
      quotesUnbalanced: '中文的引号没有成对。',
      lengthOutlier: '两边长短悬殊，较长一边的词语找不到对应。',
    },
  },
  chinese: {
    title: '中文显示',
    script: '字体',
    scripts: {
      given: '按原文',
      simplified: '简体字',
      traditional: '繁体字',
    },
    scriptNote: '只转换显示的文字，原文保持不变。',
    reading: '注音方式',
    readings: { pinyin: '拼音', zhuyin: '注音符号' },
    inTexts: '文章里的注音',
    show: {
      off: '不显示',
      tap: '点词时显示',
      on: '每个词都显示',
    },
    toneColours: '用颜色区分声调（声调符号仍保留）',
  },
}

export default zh
