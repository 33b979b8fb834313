const zh = {
  known: {
    title: '已经认识的词',
    lead: '提供一份词表，其中的词在各处都算作已掌握：每行一个词的文本、表格或 Anki 牌组都可以。卡片和复习记录保持不变。',
    field: '每行一个词',
    look: '查看词表',
    file: '选择文件',
    found: '将把 {n} 个词标记为掌握。',
    nothing: '其中没有新词。',
    already: '{n} 个词已经掌握。',
    left: '{n} 个条目不是词典中的单个词，不会标记：',
    mark: '将 {n} 个词标记为掌握',
    reading: '正在读取词表……',
    level: '或者标记某个等级及以下的全部词',
  },
}

export default zh
