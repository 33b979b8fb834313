import type en from './words.en.ts'

/** The words of the first screen, in Chinese. */
const zh: typeof en = {
  welcome: {
    title: '欢迎使用对照',
    lead: '放进一篇中文和它的英文译文，“对照”会对齐句子，找出两边的关键词语，把你选中的内容变成每天的卡片，全部在这台设备上完成。',
    pair: '示例',
    learn: {
      zh: '我在学中文',
      zhNote: '用中文提问，用英文解释。',
      en: '我在学英文',
      enNote: '用英文提问，用中文解释。',
    },
    sample: '从示例开始',
    own: '导入自己的文章',
    look: '先随便看看',
    private: '没有账号，没有服务器，没有跟踪：所有内容都留在这台设备上。',
    install:
      '在 iPhone 和 iPad 上：请先点“共享”，再选“添加到主屏幕”，从主屏幕打开“对照”后再导入。Safari 与主屏幕应用的数据互不相通，而且一周没有访问的网页，其数据会被清除。',
  },
}

export default zh
