import type en from './words.en.ts'

/** The words of the reader, in Chinese. */
const zh: typeof en = {
  reader: {
    about: '标题与出处',
    hide: { zh: '收起中文', en: '收起英文' },
    readings: {
      off: '拼音：关',
      all: '拼音：全部',
      unknown: '拼音：生词',
    },
    without: '{of} 句里有 {n} 句不看译文就能读',
    learning: '另有 {n} 句在学',
    calm: '生词很多，只标出最值得学的词。',
    check: '有 {n} 处需要核对',
    nextCheck: '下一处',
    names: '人名地名',
    listen: '听全文',
    play: '播放',
    pause: '暂停',
    next: '下一句',
    previous: '上一句',
    pace: '语速',
    after: { zh: '再读中文', en: '再读英文' },
    select: {
      title: '做成卡片',
      means: '这里的意思',
      ask: '它在这里是什么意思？',
      learn: '学这个',
    },
    look: {
      title: '文字显示',
      size: '字号',
      readings: '文中注音',
      over: { off: '不显示', unknown: '生词', all: '全部' },
      writtenIn: '注音方式',
      written: { pinyin: '拼音', zhuyin: '注音符号' },
      tones: '用颜色区分声调',
      face: '中文字体',
      faces: { hei: '黑体', song: '宋体' },
      script: '字形',
      scripts: { given: '按原文', simplified: '简体字', traditional: '繁体字' },
      legend: { new: '生词', learning: '在学', known: '已掌握' },
    },
    keys: {
      title: '快捷键',
      sentence: '下一句、上一句',
      menu: '这一句的操作',
      fold: '显示或收起译文',
      word: '逐词移动，回车查看',
      select: '选中几个词，回车做成卡片',
      look: '文字显示',
      listen: '听全文',
      search: '在所有文章里查找',
      help: '显示快捷键',
    },
    repeat: '重复',
  },
}

export default zh
