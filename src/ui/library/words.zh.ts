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
    rename: '改名',
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
