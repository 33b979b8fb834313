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
    address: '检查新版的网址',
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
  published: {
    title: '网上的牌组',
    address: '牌组或牌组列表的网址',
    add: '从此网址添加',
    take: '添加',
    look: '检查有没有新版',
    revision: '查看第 {n} 版',
    busy: '正在询问服务器……',
    none: '你的牌组都是最新的。',
    trouble: {
      badAddress: '这不是有效的网址。网址应以 https:// 开头。',
      unreachable:
        '没有收到任何内容。可能没有网络，也可能该服务器不允许其他网站读取文件（CORS）。可以先下载牌组，再从文件添加。',
      notThere: '那里没有这个文件，请检查网址。',
      tooLarge: '那里的文件超过 10 MB，没有读取。',
      trouble: '服务器出了问题，请稍后再试。',
      noDeck: '那里没有“对照”的牌组，也没有牌组列表。',
    },
  },
}

export default zh
