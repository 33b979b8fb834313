/**
 * Words of both languages that carry grammar, time or counting rather than meaning: never terms by themselves, and no
 * evidence that two sentences' words belong together. Own lists.
 */

const ZH =
  '的 地 得 了 着 过 们 之 所 吗 呢 吧 啊 呀 嘛 么 等 等等 者 一 二 两 三 四 五 六 七 八 九 十 百 千 万 亿 半 几 多 少 第 数 许多 很多 多少 一些 若干 ' +
  '我 你 您 他 她 它 我们 你们 他们 她们 它们 咱们 自己 自身 别人 大家 人们 人 谁 什么 怎么 怎样 哪 哪里 哪些 为什么 如何 何 多么 ' +
  '这 那 此 该 本 各 每 某 其 其他 其它 其中 另 另外 另一 任何 所有 一切 全 整个 这个 那个 这些 那些 这样 那样 这么 那么 这里 那里 这种 那种 这是 那是 这一 那一 ' +
  '是 有 没 没有 不 未 无 非 别 勿 在 于 到 去 来 从 自 由 向 往 对 对于 关于 与 和 及 以及 跟 同 给 为 为了 以 用 被 把 将 让 使 令 叫 比 按 按照 据 根据 通过 随着 除 除了 ' +
  '并 并且 而 而且 且 或 或者 还是 但 但是 不过 然而 可是 却 则 就 才 又 也 都 还 再 更 最 很 太 非常 十分 极 极其 相当 比较 稍 只 仅 仅仅 只是 只有 只要 ' +
  '如果 若 假如 要是 因为 由于 因此 因而 所以 于是 虽然 尽管 即使 无论 不管 既 既然 除非 否则 然后 接着 同时 此外 例如 比如 甚至 尤其 特别是 正如 ' +
  '能 能够 可 可以 可能 会 要 需 需要 应 应该 应当 必须 得以 想 愿 肯 敢 已 已经 曾 曾经 正 正在 在于 仍 仍然 还有 刚 刚刚 刚才 将要 即将 一直 一向 总 总是 常 常常 经常 往往 也许 或许 大概 ' +
  '约 大约 左右 上下 以上 以下 以内 以外 之前 之后 之间 之中 之一 以前 以后 以来 前 后 前后 上 下 上面 下面 里 里面 中 内 外 间 旁 边 东 西 南 北 时 时候 期间 当 当时 当中 ' +
  '个 位 名 次 项 种 条 件 块 张 只 支 本 些 点 份 步 架 家 座 所 辆 部 场 双 对 群 股 段 届 倍 号 度 元 年 月 日 天 周 星期 小时 分钟 秒 点 分 岁 年代 世纪 ' +
  '今天 昨天 明天 今年 去年 明年 上周 本周 下周 上个月 本月 下个月 早些 早上 上午 中午 下午 晚上 目前 现在 此前 此后 最近 近日 当天 同年 未来 后来 最后 最初 首先 其次 最终 ' +
  '周一 周二 周三 周四 周五 周六 周日 周末 星期一 星期二 星期三 星期四 星期五 星期六 星期日 星期天 礼拜 一月 二月 三月 四月 五月 六月 七月 八月 九月 十月 十一月 十二月 ' +
  '说 说道 称 道 表示 指出 认为 补充 告诉 问 问道 回答 写道 讲 谈 谈到 声称 觉得 知道 看 看到 听 听到 做 作 干 进行 成为 成 变 变成 起 起来 出 出来 下来 上来 过来 过去 回 回来 进 进来 开始 ' +
  '各方 那天 这天 整 整条 整座 每个 每天 不再 一个 一种 一项 一份 一步 一次 一位 一名 一条 一件 一场 一座 一天 一样 一起 一定 一般 一旦 一边 一下 一点 一系列 另一个 第一 第二 第三 首 双方 真的 真正 完全 其实 当然 不能 不会 不是 就是 也是 都是 还是 像 似乎 好像 ' +
  '再次 至少 至 最多 不到 超过 过 多次 几个 几次 大多 大部分 有些 有的 有人 有关 有一 是否 以便 起到 达 达到 位于 来自 属于 包括 作为 所谓 使得 以至 乃至'

const EN =
  'a an the this that these those some any each every either neither both all no none such same other another own ' +
  'i me my mine myself you your yours yourself he him his himself she her hers herself it its itself we us our ours ourselves ' +
  'they them their theirs themselves who whom whose which what where when why how one ones someone anyone everyone nobody ' +
  'something anything everything nothing here there ' +
  'and or but nor so yet if then else because since as than though although while whereas unless until whether ' +
  'of in on at by for with from to into onto out off up down over under above below about around across through during before ' +
  'after between among amid against without within along toward towards upon per via behind beyond despite near like ' +
  'be am is are was were been being do does did done doing have has had having will would shall should can could may might must ' +
  "need ought let get got not 's 'd also too very just only even still already again ever never always often sometimes much " +
  'several various certain numerous many more most less least few lot well quite rather almost now today yesterday tomorrow ago later soon once twice ' +
  'say said says saying tell told add added ask asked go going went gone come came make made take took put set ' +
  'monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october ' +
  'november december day week month year hour minute time last next first second third two three four five six seven eight ' +
  'nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety ' +
  'hundred thousand million billion yes really way thing etc including according'

const zhWords = new Set(ZH.split(' '))
const enWords = new Set(EN.split(' '))

/** Whether a Chinese word is grammar, time or counting. */
export function isFunctionZh(word: string): boolean {
  return zhWords.has(word)
}

/** Whether an English lemma or form in lower case is grammar, time or counting. */
export function isFunctionEn(word: string): boolean {
  return enWords.has(word)
}
