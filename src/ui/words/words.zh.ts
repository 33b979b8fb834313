import type en from './words.en.ts'

/** The words of a word that was tapped, in Chinese. */
const zh: typeof en = {
  words: {
    frequency: {
      0: '极常用',
      1: '常用',
      2: '较少用',
      3: '罕见',
    },
    state: { new: '生词', learning: '在学', known: '已掌握' },
    pos: {
      noun: '名词',
      verb: '动词',
      adjective: '形容词',
      adverb: '副词',
      pronoun: '代词',
      preposition: '介词',
      conjunction: '连词',
      determiner: '限定词',
      number: '数词',
      interjection: '感叹词',
      auxiliary: '情态动词',
      phrase: '短语',
    },
    count: { U: '不可数', CU: '可数或不可数', P: '只用复数' },
    phraseOrWord: '看短语，还是看单词',
    backIn: '{time}后再来',
    more: '展开',
    learn: '学这个词',
    known: '已掌握',
    findAll: '例句',
    copy: '复制',
    copied: '已复制',
    notCopied: '浏览器不允许复制。',
    inYourTexts: '在你的文章里',
    cut: '换个切法',
    oneWord: '这是一个词：',
    twoWords: '这是两个词：',
    asDictionary: '按词典切分',
    strokes: '笔顺',
    strokeCount: '{n} 画',
    playAgain: '再看一遍',
    noStrokes: '还没有“{characters}”的笔顺。',
    strokesOffline: '“{characters}”的笔顺还不在这台设备上，联网后可看。',
  },
}

export default zh
