import type en from './words.en.ts'

/** The words of how a voice is added, in Chinese. */
const zh: typeof en = {
  addVoice: {
    language: { zh: '中文', en: '英语' },
    android:
      '安卓手机：设置 › 搜索“文字转语音” › 齿轮 › 安装语音数据 › {language}，然后重新打开对照。',
    ios: 'iPhone 和 iPad：设置 › 辅助功能 › 朗读内容 › 声音 › {language}，然后重新打开对照。',
    windows:
      'Windows：设置 › 时间和语言 › 语音 › 管理语音 › 添加语音 › {language}，然后重启浏览器。',
    mac: 'Mac：系统设置 › 辅助功能 › 朗读内容 › 系统嗓音 › 管理嗓音 › {language}，然后重启浏览器。',
    linux:
      'Linux：为 Speech Dispatcher 安装能读{language}的语音（例如 eSpeak NG），然后重启浏览器。',
  },
}

export default zh
