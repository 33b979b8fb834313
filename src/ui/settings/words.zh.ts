import type en from './words.en.ts'

/** The words of the settings, in Chinese. */
const zh: typeof en = {
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
  optimiser: {
    title: '记忆模型',
    model: '由哪个模型安排复习',
    models: { 'fsrs-6': 'FSRS-6（常用）', 'fsrs-7': 'FSRS-7（新）' },
    modelNotes: {
      'fsrs-6': '经过大量使用，并按你的作答优化。',
      'fsrs-7': '每个记忆有两条痕迹，按小时而不是按天计算；尚不能按你的作答优化。',
    },
    onlySix:
      '切换时，每张卡片都会根据历史重新计算；复习记录不会丢失，随时可以换回。只有 FSRS-6 可以按你的作答优化。',
    note: '对照会从你的作答中学习你的记忆规律，全部在本机完成。',
    auto: '每 500 次复习自动优化',
    last: '上次：{date}，根据 {n} 次作答。',
    never: '还没有按你的作答优化过：正在使用标准参数。',
    accepted: '新参数对你的作答预测得更准，好了 {percent}，已经启用。',
    notSure: '新参数的预测只好 {percent}，差别太小，不能确定，所以没有更改。',
    worse: '新参数的预测反而差 {percent}，所以没有更改。',
    tooFew: '新的作答还太少，看不出新参数是否更好，所以没有更改。',
    losses: '对之后作答的对数损失：之前 {before}，之后 {after}；越小越好。',
    working: '正在从你的作答中学习……',
    run: '立即优化',
    goBack: '换回 {date}的参数',
    goBackToStandard: '换回标准参数',
    effect:
      '新参数不会改动已定的到期日：每张卡片从下一次作答起才按新参数安排。参数记在日志里，各台设备用的都一样。',
  },
  settings: {
    gone: {
      title: '备份之后删除的内容',
      note: '备份里有这些内容，但你后来在本机或其他设备上删除了。除非你选择找回，否则它们仍是已删除状态。',
      article: '文章',
      card: '笔记',
      bringBack: '找回',
      bringBackNamed: '找回“{title}”',
    },
    credits: {
      title: '词典与致谢',
      ready: '词典已在这台设备上：一切都可离线使用。',
      notReady: '完整词典还不在这台设备上；下次联网时会下载。',
      core: '正在使用：核心词典。',
      full: '正在使用：完整词典。',
      dictionary: '中文词典：',
      changes: '已编译为紧凑格式；词条未作改动。',
      lists:
        '词汇等级：HSK 词表（drkameleon/complete-hsk-vocabulary，MIT；krmanik/HSK-3.0，CC BY-SA 4.0）；CEFR-J Wordlist 1.5 与 Octanove Vocabulary Profile C1/C2 1.0（CC BY-SA 4.0）。词频：jieba（MIT）。',
      sounds:
        '英语发音：CMU 发音词典（© Carnegie Mellon University，BSD-2-Clause）的一部分，改写为国际音标；取自 npm 包 cmu-pronouncing-dictionary（ISC）。',
      code: '“对照”是 MIT 许可的自由软件。入门牌组采用 CC BY-SA 4.0。',
    },
  },
}

export default zh
