import type en from './words.en.ts'

const zh: typeof en = {
  export: {
    article: '导出或打印',
    everything: '在其他软件里使用你的卡片',
    about: '把你学的词语和句子存成其他软件能读的格式。这里的内容不会变动。',
    formats: '格式',
    as: '导出为{name}',
    button: '导出',
    writing: '正在生成文件',
    ready: '文件已生成：{name}',
    again: '再存一次',
    nothing: '还没有可以导出的内容：请先学一个词或一句话。',
    unavailable: '所需的部分没能加载。请连接一次网络后再试。',
    name: {
      anki: 'Anki 牌组包',
      ankiText: 'Anki 文本',
      pleco: 'Pleco 生词卡',
      deck: '对照牌组文件',
      csv: 'Excel 表格（CSV）',
      tsv: '制表符分隔的表格（TSV）',
      tmx: '翻译记忆库（TMX）',
    },
    note: {
      anki: '卡片连同复习记录和记忆状态。在 Anki 里导入时，请勾选“导入所有学习进度”和“导入所有牌组预设”，并在牌组选项里打开 FSRS。Anki 里已有的卡片会保持那边原来的安排。',
      ankiText: '供“基础”一类的笔记模板使用，分正面和背面。再次导入会更新已有的笔记。',
      pleco: '中文词语，附拼音、意思和一个例句。',
      deck: '文章、句对和词语，可以送给别的对照用户。你的复习记录不在其中。',
      csv: '每个句对、每个词语占一行。改过以后，对照还能读回来。',
      tsv: '内容相同，以制表符分隔。',
      tmx: '供 OmegaT 等翻译工具使用。',
    },
    print: '打印',
    printNote: '两种语言并排，末尾附词语表。',
    printView: '打印预览',
    glossary: '词语',
    source: '来源：{text}',
    back: '回到文章',
    backToSettings: '回到设置',
  },
}

export default zh
