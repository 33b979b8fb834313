/** What the dictionary's order of forms does not tell: Taiwan's standard, by whole words and by what stands around a hanzi. */

const pairs = (list: string): ReadonlyMap<string, string> =>
  new Map(
    list
      .trim()
      .split(/\s+/)
      .map((pair): [string, string] => {
        const half = pair.length / 2
        return [pair.slice(0, half), pair.slice(half)]
      }),
  )

/** Words, and characters that stand alone in another form than in most words: simplified, then traditional. */
export const TRADITIONAL_FORMS = pairs(`
  台台 系系 面面 周周 须須 云雲 松鬆 吊吊 谷谷 征征 板板 表表 布布 托托 胡胡 升升 咸鹹 采採 占佔 注注 游游 才才 卷卷 千千 冬冬 秋秋
  台风颱風 凭借憑藉 复习複習 恶心噁心 仿佛彷彿 一目了然一目瞭然 并入併入 并发併發 不锈钢不鏽鋼 凶残兇殘 后座後座 了然瞭然
  了若指掌瞭若指掌 了如指掌瞭如指掌 台子檯子 数周數週 周报週報 亚洲杯亞洲盃 世界杯世界盃 周刊週刊 周期週期 周末週末 周年週年 精致精緻
  犯困犯睏 花卷花捲 蛋卷蛋捲 卷须捲鬚 冲昏头脑衝昏頭腦 表带錶帶 手表手錶 秋千鞦韆 老板老闆 自制力自制力 震荡震盪 激荡激盪 服务台服務臺
  凄凉淒涼 雇佣僱傭 汇报匯報 词汇詞彙 字汇字彙 布道佈道 分布分佈 了望瞭望 饥荒饑荒 借口藉口 狼借狼藉 烟丝菸絲 什么什麼
`)

/** The other way round: what traditional texts write with a character that simplified ones have, too. */
export const SIMPLIFIED_FORMS = pairs(`
  沈沈 沉沉 甚麼什么 憑藉凭借 藉口借口 藉由借由 藉著借着 藉此借此 回覆回复 答覆答复 瞭解了解 夥伴伙伴
`)

interface Context {
  readonly hanzi: string
  readonly form: string
  /** What stands before, up to it. */
  readonly before?: RegExp
  /** What follows it. */
  readonly after?: RegExp
}

/** Forms by what stands around a hanzi that is a word by itself; the first that fits. Before and after, where both are named, must hold. */
const CONTEXTS: readonly Context[] = [
  {
    hanzi: '面',
    form: '麵',
    before: /(?:[吃煮擀揉炒拌泡拉切碗斤汤袋]|凉|牛肉|番茄|鸡蛋|一口|[发和]了|这家的)$/u,
  },
  { hanzi: '面', form: '麵', before: /下$/u, after: /^(?:[吃给了]|$|[，。])/u },
  { hanzi: '卷', form: '捲', after: /^(?:[起成走入了着]|进|到)/u },
  { hanzi: '卷', form: '捲', before: /[花春蛋把风席]$/u },
  { hanzi: '系', form: '繫', after: /^(?:[上着好住紧领围安绳扣腰鞋了]|蝴蝶)/u },
  { hanzi: '干', form: '乾', before: /[晒吹擦晾烤烘拧弄烧熬风喝哭]$/u },
  {
    hanzi: '干',
    form: '乾',
    before:
      /(?:衣服|头发|地|油漆|漆|墙|毛巾|眼泪|河|河水|井|汗|泥|泥土|花|水|嘴|嘴唇|口|路|被子|床单|鞋|鞋子|袜子|碗|皮肤|空气|木头|墨)(?:[都也全还没很太又]|已经|快|就|有点)*$/u,
  },
  { hanzi: '干', form: '乾', before: /(?:[太很]|有点)$/u, after: /^(?:[，。了！]|$)/u },
  { hanzi: '里', form: '里', before: /[一二三四五六七八九十百千万几两半0-9]$/u },
  { hanzi: '里', form: '裡', before: /[\p{Script=Han}”》]$/u },
  { hanzi: '困', form: '睏', before: /(?:[很好太又真发犯]|有点|有些)$/u },
  { hanzi: '困', form: '睏', before: /[我你他她们子]$/u, after: /^(?:了|得|死|极|$|[，。！？])/u },
  { hanzi: '喂', form: '喂', after: /^(?:[，,！!。？?…]|$)/u },
  {
    hanzi: '喂',
    form: '餵',
    after: /^(?:[猫狗鸡猪奶食饭鱼他她它牛马羊鸟鸭兔药饱了给]|孩子|宝宝|小)/u,
  },
  { hanzi: '刮', form: '颳', after: /^(?:[起了着大]*[风台]|起|大风|台风)/u },
  { hanzi: '表', form: '錶', before: /(?:[块只戴怀修]|[一二三两]块|看了看)$/u },
  { hanzi: '折', form: '摺', after: /^(?:[起成好纸被衣]|一?只纸|了[一几两])/u },
  { hanzi: '冲', form: '沖', after: /^(?:[茶咖水洗奶凉厕马澡走掉个]|一?杯|了[一个])/u },
  {
    hanzi: '出',
    form: '齣',
    before: /[一这那两几三]$/u,
    after: /^(?:[好大老新]?戏|闹剧|悲剧|喜剧|话剧|剧)/u,
  },
  { hanzi: '扎', form: '紮', after: /^(?:[起辫头马]|小辫|成)/u },
  { hanzi: '夸', form: '誇' },
  { hanzi: '斗', form: '斗', before: /[一二三四五六七八九十两几]$/u },
  { hanzi: '丑', form: '丑', before: /[子名小文武]$/u },
  { hanzi: '准', form: '准', before: /不$/u },
  { hanzi: '准', form: '准', after: /^(?:[他她你我您]|进|许)/u },
]

/** The form of a hanzi that is a word by itself at a place of a text in simplified characters; null when nothing tells. */
export function formInContext(hanzi: string, text: string, at: number): string | null {
  const before = text.slice(Math.max(0, at - 6), at)
  const after = text.slice(at + hanzi.length, at + hanzi.length + 4)
  const found = CONTEXTS.find(
    (one) =>
      one.hanzi === hanzi && (one.before?.test(before) ?? true) && (one.after?.test(after) ?? true),
  )
  return found?.form ?? null
}

const TITLE =
  /^(?:先生|女士|小姐|太太|夫人|老师|老師|医生|醫生|大夫|教授|博士|同学|同學|同志|经理|經理|总|總|局长|局長|主任|师傅|師傅|阿姨|叔叔|大爷|大爺|大妈|大媽|奶奶|爷爷|爺爺|律师|律師|警官|书记|書記|市长|市長|校长|校長|主席|院长|院長|处长|處長|家[的村庄莊湾灣]?(?:的|人|$))/

/** Whether a hanzi at a place is a surname: 姓范, 老范, 范先生. */
export function isSurnameAt(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 2), at)
  const after = text.slice(at + 1, at + 5)
  const isCalled = /(?:^|[^\p{Script=Han}]|[叫找请請问問和跟])[老小]$/u.test(before)
  return before.endsWith('姓') || TITLE.test(after) || isCalled
}
