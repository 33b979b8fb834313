import type en from './words.en.ts'

/** The words of the first screen, in Chinese. */
const zh: typeof en = {
  welcome: {
    title: '欢迎使用对照',
    lead: {
      zh: '在句子里学会一篇中文的词语，直到不看英文也能读懂。可以添加自己的文章，也可以从自带读物开始。',
      en: '在句子里学会一篇英文的词语，直到不看中文也能读懂。可以添加自己的文章，也可以从自带读物开始。',
    },
    pair: '示例',
    sample: { text: '渡船在雾中等了一个小时，终于靠岸。', term: '靠岸' },
    first: '马上学第一张卡片',
    preparing: '正在准备第一张卡片…',
    level: '我的水平',
    beginner: '零基础',
    own: '添加自己的文章',
    learn: { zh: '我在学中文', en: '我在学英文' },
    look: '先随便看看',
    private: '离线可用，无需账号，没有跟踪：所有内容都留在这台设备上。',
    install:
      '在 iPhone 和 iPad 上：请先点“共享”，再选“添加到主屏幕”，从主屏幕打开“对照”后再导入。Safari 与主屏幕应用的数据互不相通，而且一周没有访问的网页，其数据会被清除。',
  },
}

export default zh
