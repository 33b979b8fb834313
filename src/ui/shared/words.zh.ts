import type en from './words.en.ts'

/** The words of what was wrong with a file, in Chinese. */
const zh: typeof en = {
  issues: {
    more: '还有 {n} 处。',
    empty: '里面没有文字。请粘贴一段文字，或选择另一个文件。',
    tooLarge: '内容太大（{found}）。请按章节拆开，分次导入。',
    notText: '这不是文本文件{found}。请另存为纯文本（UTF-8）、CSV 或 HTML 后再试。',
    zipFile: '这是 zip 文件（Word 文档和电子书也是）。请打开它，复制其中的文字，再粘贴到这里。',
    compressedFile: '这个文件是压缩过的。请先解压，再选择里面的文件。',
    pdfFile: '这是 PDF 文件。请打开它，复制其中的文字，再粘贴到这里。',
    oldOfficeFile:
      '这是旧版 Office 文档。请另存为纯文本（UTF-8），或复制其中的文字，再粘贴到这里。',
    backupFound: '这是“对照”的备份。请在“设置”的“备份”中恢复。',
    encodingGuessed: '编码是猜测的：{found}。',
    oneLanguageOnly: '只找到一种语言。词语来自词典；译文可以以后再加。',
    noChinese: '没有找到中文。请把中文也粘贴进来。',
    noEnglish: '没有找到英文。请把英文译文也粘贴进来。',
    raggedRow: '第 {line} 行的列数与其他行不同，已补齐。',
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
