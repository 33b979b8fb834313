import type en from './words.en.ts'

/** The words of what was wrong with a file, in Chinese. */
const zh: typeof en = {
  issues: {
    more: '还有 {n} 处。',
    empty: '里面没有文字。请粘贴一段文字，或选择另一个文件。',
    tooLarge: '内容太大（{found}）。请按章节拆开，分次导入。',
    notText: '这不是文本文件{found}。请另存为纯文本（UTF-8）、CSV 或 HTML 后再试。',
    zipFile: '这是无法读取的 zip 文件。请解压后选择其中的文件，或复制文字粘贴到这里。',
    compressedFile: '这个文件是压缩过的。请先解压，再选择里面的文件。',
    pdfFile: '这是 PDF 文件。请打开它，复制其中的文字，再粘贴到这里。',
    oldOfficeFile:
      '这是旧版 Office 文档。请另存为 .docx 或 .xlsx，或复制其中的文字，再粘贴到这里。',
    backupFound: '这是“对照”的备份。请在“设置”的“备份”中恢复。',
    encodingGuessed: '编码是猜测的：{found}。',
    badBytes:
      '文件中有 {found} 处无法读取（第一处在第 {line} 行），显示为 �。如果还有别的地方不对，请选择其他编码。',
    besideTable: '第 {line} 行在表格之外，已略去：{found}',
    badTime: '第 {line} 行的时间无法识别，已略去：{found}',
    timeOffset: '第二个文件比第一个晚 {found} 秒，已自动对齐。',
    tooDeep: '文件的嵌套层次太深，后面的内容无法读取，这里只有前面的部分。',
    cutOff: '文件不完整，这里只有现有的内容。请检查结尾，或重新获取文件。',
    brokenZip: '这个文件已损坏或设有密码，无法解压。请重新获取文件。',
    zipTooLarge: '这个文件解压后太大，无法读取。请拆开后分次导入。',
    ankiTooNew:
      '这个文件由更新版本的 Anki 导出，无法读取。请在 Anki 中选择“文件”“导出”“纯文本笔记”，或勾选“支持旧版 Anki”。',
    ankiDamaged: '这个 Anki 牌组包已损坏。请从 Anki 重新导出。',
    hiddenSheet: '隐藏的工作表已略去：{found}。',
    linkOnly: '只分享了网址：{found}。“对照”不打开网页。请在网页里选中文字，再分享或粘贴过来。',
    oneLanguageOnly: '这里没有译文。可以先借助词典学词，以后再加译文。',
    noChinese: '没有找到中文。请把中文也粘贴进来。',
    noEnglish: '没有找到英文。请把英文译文也粘贴进来。',
    raggedRow: '第 {line} 行的列数与其他行不同：{found}',
    notADeck: '这个 JSON 文件不是“对照”牌组{found}。请选择由“对照”导出的文件。',
    deckTooNew: '这个牌组由更新版本的“对照”制作。请先更新应用，再试一次。',
    deckFieldMissing: '牌组已损坏：{found} 缺失或有误。请重新索取文件。',
    notABackup: '这不是“对照”的备份。请选择在“设置”中保存的文件。',
    backupTooNew: '这份备份由更新版本的“对照”保存。请先更新应用，再恢复。',
    backupTooLarge: '这个文件解压后大得不像备份（第 {line} 行）。没有作任何更改；请换一份。',
    at: '第 {line} 行：{found}',
    backupDamaged: '备份已损坏或不完整。数据没有改动；请选择另一份。',
    tooManyFiles: '请选择一个文件，或分别为两种语言选择两个文件。',
  },
}

export default zh
