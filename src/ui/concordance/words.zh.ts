import type en from './words.en.ts'

/** The words of the concordance, in Chinese. */
const zh: typeof en = {
  concordance: {
    title: '在所有文章里查找',
    field: '中文、拼音或英文',
    clear: '清除',
    hint: '输入一个词：停火、tinghuo 或 ceasefire。它在你的文章里出现的每一处都会列出来，连同译文里对应的说法。',
    noTexts: '还没有文章可查。添加一篇，里面的句子就能在这里找到。',
    nothing: '你的文章里没有。',
    nothingHelp: '换个更短的词，或换另一种语言，也许能找到。',
    searching: '正在查找……',
    found: '{texts}，共 {times}',
    times: '{n} 次',
    texts: '{n} 篇文章',
    asWord: '独立成词 {n} 次',
    inside: '在其他词里',
    readAs: '当作',
    english: '英文',
    pinyin: '拼音',
    translated: '译作',
    all: '全部 {n}',
    onlyText: '只看《{title}》：{n}',
    allTexts: '看所有文章',
    more: '再看 {n} 处',
  },
}

export default zh
