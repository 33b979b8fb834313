import type en from './words.en.ts'

/** The words of what looks wrong in a translation, in Chinese. */
const zh: typeof en = {
  doubts: {
    title: '需要核对',
    note: '这些地方的译文或配对可能有误。',
    none: '没有发现问题。',
    looking: '正在对照两边的文本……',
    more: '全部显示（{n} 处）',
    less: '收起',
    go: '查看第 {number} 句',
    mark: '需要核对',
    fine: '这里没问题',
    settled: '不会再提示。',
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
      unrelated: '两边几乎没有对应的词，可能不是一对。',
      clauseMissing: {
        zh: '“{a}”在中文里没有对应。',
        en: '“{a}”在英文里没有对应。',
      },
      polarityDiffers: {
        zh: '中文是否定的，英文不是。',
        en: '英文是否定的，中文不是。',
      },
      wordDiffers: {
        both: '英文是“{a}”，中文是“{b}”。',
        zh: '“{b}”在英文里没有说出来。',
      },
    },
  },
}

export default zh
