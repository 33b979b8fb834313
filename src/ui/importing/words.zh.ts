import type en from './words.en.ts'

/** The words of an import, in Chinese. */
const zh: typeof en = {
  import: {
    title: '导入',
    step: '第 {n} 步，共 3 步',
    roomLow: '这台设备的空间所剩不多，大的导入可能放不下。请先在设置里保存备份。',
    put: {
      title: '放进来',
      lead: '把中文文章和它的英文译文一起粘贴进来。先后排列、逐行交替或表格都可以。',
      paste: '粘贴',
      refused: '浏览器不允许网页读取剪贴板。请长按下面的输入框，选择“粘贴”。',
      field: '或在这里粘贴、输入',
      placeholder: '中文和英文……',
      go: '使用这段文字',
      file: '选择一个或两个文件',
      kinds:
        '支持文本、CSV、TSV、HTML 和“对照”牌组。两个文件视为两种语言。所有内容都留在这台设备上。',
      sample: '用示例试一试',
    },
    seen: {
      units: '{n} 段',
      rows: '{n} 对',
      blocks: {
        zh: '先是中文，{zh}；然后是英文，{en}。',
        en: '先是英文，{en}；然后是中文，{zh}。',
      },
      alternating: {
        zh: '中英文交替，中文在前：中文 {zh}，英文 {en}。',
        en: '中英文交替，英文在前：英文 {en}，中文 {zh}。',
      },
      two: {
        zh: '两份文本：中文，{zh}；英文，{en}。',
        en: '两份文本：英文，{en}；中文，{zh}。',
      },
      columns: '一张表格，每列一种语言：{n}。',
      inline: '一份带译文的词表：{n}。',
      singleZh: '只有中文：{n}。词语来自词典；译文可以以后再加。',
      singleEn: '只有英文：{n}。词语来自词典；译文可以以后再加。',
      headline: {
        zh: '中文的第一行像是标题。',
        en: '英文的第一行像是标题。',
      },
      header: '第一行作为表头略去。',
      numbers: '已略去行首的编号或时间码。',
      overrule: '如果不对，请选择',
      kind: {
        blocks: '先后排列',
        alternating: '逐段交替',
        columns: '两列',
        two: '两份文本',
        inline: '词表',
        single: '一种语言',
      },
      swap: '对调两侧',
      headerRow: '第一行是表头',
      keepNumbers: '保留编号',
    },
    see: {
      title: '识别结果',
      pairs: '{n} 对句子',
      sure: '每一对都很确定。',
      doubtful: '最不确定的 {n} 对',
      beginning: '开头',
      all: '显示全部 {n} 对',
      less: '收起',
      next: '选择要学的内容',
    },
    pick: {
      keys: '方向键在各行之间移动，空格键勾选。',
      title: '学什么',
      coverage: '全文的词你认识 {before}；学会选中的 {n} 个词语后达到 {after}。',
      terms: '词语',
      noTerms: '这篇文章里没有找到词语。',
      names: '{n} 个专有名词',
      sentences: '句子',
      met: '以前遇到过',
      rest: '没有选中的内容留在文章里，随时可以添加。',
      commit: '添加 {n} 项',
      keep: '只保存文章',
    },
    progress: {
      read: '正在读取……',
      dictionary: '正在加载词典……',
      split: '正在断句……',
      align: '正在对齐……',
      terms: '正在寻找关键词语……',
    },
    resumed: '上次的导入还没有完成，在此继续。',
    startOver: '重新开始',
    duplicate: '你已经有这篇文章了。',
    openIt: '打开',
    encoding: '文件编码',
  },
}

export default zh
