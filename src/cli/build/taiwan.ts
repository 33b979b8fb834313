/** What Taiwan calls otherwise, as it stands in traditional characters, longer words first. */
const WORDS: readonly (readonly [mainland: string, taiwan: string])[] = (
  '應用程序:應用程式 程序:程式 軟件:軟體 硬件:硬體 網絡:網路 聯網:連線上網 互連線上網:網際網路 互聯網:網際網路 數據庫:資料庫 數據:資料 信息:資訊 ' +
  '設置:設定 文件夾:資料夾 壓縮文件:壓縮檔 文件:檔案 剪貼板:剪貼簿 粘貼:貼上 黏貼:貼上 復制:複製 默認:預設 屏幕:螢幕 鼠標:滑鼠 鍵盤:鍵盤 打印:列印 保存:儲存 加載:載入 ' +
  '導入:匯入 導出:匯出 添加:新增 撤銷:復原 恢復備份:還原備份 刷新:重新整理 菜單:選單 標簽頁:分頁 標籤頁:分頁 鏈接:連結 無痕窗口:無痕視窗 窗口:視窗 用戶:使用者 登錄:登入 註冊:註冊 賬號:帳號 ' +
  '帳戶:帳戶 視頻:影片 音頻:音訊 字節:位元組 內存:記憶體 硬盤:硬碟 優盤:隨身碟 字符:字元 字體:字型 字號:字級 光標:游標 插件:外掛 界面:介面 接口:介面 ' +
  '質量:品質 反饋:回饋 激活:啟用 卸載:解除安裝 服務器:伺服器 支持:支援 兼容:相容 在線:線上 離線:離線 移動設備:行動裝置 設備:裝置 手機:手機 電子郵件:電子郵件 短信:簡訊 ' +
  '普通話:國語 漢語:華語 拼寫:拼字 隊列:佇列 算法:演算法 對象:物件 全局:全域 當前:目前 批量:批次 分辨率:解析度 博客:部落格 編程:程式設計 代碼:程式碼 開源:開放原始碼 ' +
  '粘貼進來:貼進來 粘貼到:貼到 空格或回車:空白鍵或回車 文檔:文件 文本文件:文字檔 純文本:純文字 文本:文字 占一行:佔一行 所占:所佔 已恢復:已還原 中恢復:中還原 恢復最近:還原最近 恢復時:還原時 再恢復:再還原 算法同上:計法同上 代詞:代名詞 介詞:介系詞 連詞:連接詞 “共享”:「分享」 應用圖標:應用程式圖示 圖標:圖示 ' +
  '安裝應用:安裝應用程式 更新應用:更新應用程式 嵌套:巢狀 模板:範本 鍵入:輸入 獲取:取得 許可:授權 訪問的網頁:造訪的網頁 自動識別:自動辨識 識別:辨識 解壓:解壓縮 每列:每欄 各列:各欄 兩列:兩欄 ' +
  '列的分隔符:欄位分隔符號 的列數:的欄數 製表符:定位字元 豎線:直線 菜譜:食譜 概率:機率 優化:最佳化 示例:範例 重置:重設 節假日:假日 調休的工作日:補班日 日曆里:日曆裡 “:「 ”:」 ‘:『 ’:』 ' +
  '縮放:縮放 搜索:搜尋 查找:尋找 快捷鍵:快速鍵 跟蹤:追蹤 我的水平:我的程度 查看:檢視 顯示器:螢幕 桌面端:桌面 單擊:按一下 雙擊:按兩下 點擊:點選 右鍵:右鍵 空格鍵:空白鍵 退格:退格 ' +
  '幫助:說明 進度:進度 後臺:背景 緩存:快取 目錄:目錄 項目:項目 表格文件:表格檔案 復核:複核 公交:公車 自行車:腳踏車 周:週 裏:裡 爲:為 着:著 羣:群 牀:床 線索:線索'
)
  .split(' ')
  .map((pair): readonly [string, string] => {
    const [mainland = '', taiwan = ''] = pair.split(':')
    return [mainland, taiwan]
  })
  .filter(([mainland, taiwan]) => mainland !== taiwan)
  .toSorted(([a], [b]) => b.length - a.length)

const ANY = new RegExp(WORDS.map(([mainland]) => mainland).join('|'), 'g')
const OF = new Map(WORDS)

/** A sentence of the interface in traditional characters with the words of Taiwan. */
export const withTaiwansWords = (traditional: string): string =>
  traditional
    .replace(ANY, (word) => OF.get(word) ?? word)
    .replace(/(?<=[A-Za-z] )里/g, '裡')
    .replace(/(第 \{n\} )列/g, '$1欄')
    .replace(/回車/g, ' Enter')
    .replace(/安卓/g, 'Android ')
