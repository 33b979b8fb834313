import type en from './words.en.ts'

/** The words of the library, in Chinese. */
const zh: typeof en = {
  texts: {
    search: '标题，或句子里的词',
    inSentences: '在所有句子里查找“{text}”',
    noTitle: '没有标题符合。',
    due: '待复习 {n}',
    menu: '更多',
    archive: '归档',
    unarchive: '放回书架',
    archived: '已归档（{n}）',
    about: '标题与出处',
    aboutNote: '分享这篇文章时会附上这些信息。这里的改动不影响你的卡片和复习。',
    sources: {
      author: '作者',
      translator: '译者',
      source: '来源或网址',
      date: '日期',
      licence: '许可协议',
    },
    level: '难度，如 HSK 4 · B1',
    needsTitle: '请至少填写一种语言的标题。',
    title: { zh: '中文标题', en: '英文标题' },
    sort: '排序',
    order: {
      added: '最近添加',
      readable: '最容易读',
      short: '最短',
      title: '标题',
    },
  },
}

export default zh
