import type en from './words.en.ts'

/** The words of the reader, in Chinese. */
const zh: typeof en = {
  reader: {
    hide: { zh: '收起中文', en: '收起英文' },
    readings: {
      off: '拼音：关',
      all: '拼音：全部',
      unknown: '拼音：生词',
    },
    without: '{of} 句里有 {n} 句不看译文就能读',
    learning: '另有 {n} 句在学',
    calm: '生词很多，只标出最值得学的词。',
    check: '有 {n} 处需要核对',
    nextCheck: '下一处',
    names: '人名地名',
    listen: '听全文',
    play: '播放',
    pause: '暂停',
    next: '下一句',
    previous: '上一句',
    pace: '语速',
    after: { zh: '再读中文', en: '再读英文' },
    repeat: '重复',
  },
}

export default zh
