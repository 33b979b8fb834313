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
  倒霉倒楣 霉头楣頭 霉菌黴菌 霉素黴素 青霉素青黴素
  回复回覆 答复答覆 公布公佈 发布發佈 颁布頒佈 散布散佈 布置布置 布局布局 布景布景 精采精采 品尝品嘗 尝尽嘗盡 凶手凶手 行凶行凶 逞凶逞凶 凶恶凶惡 凶猛凶猛 凶险凶險
  家伙傢伙 家什傢什 困倦睏倦 困乏睏乏 困意睏意 瞌睡瞌睡 污蔑汙衊 诬蔑誣衊 念书唸書 念经唸經 念叨唸叨 念诵唸誦 香烟香菸 烟草菸草 吸烟吸菸 抽烟抽菸 戒烟戒菸 烟灰菸灰 烟蒂菸蒂
  烟头菸頭 烟盒菸盒 烟酒菸酒 烟民菸民 二手烟二手菸 奖杯獎盃 银杯銀盃 金杯金盃 捧杯捧盃 天台天台 台球檯球 吧台吧檯 窗台窗臺 球台球檯 写字台寫字檯 果实累累果實纍纍
  累累纍纍 蒙蒙濛濛 蒙骗矇騙 蒙混矇混 迷蒙迷濛 弥漫瀰漫 明了明瞭 卷尺捲尺 卷烟捲菸 铺盖卷鋪蓋捲 桥梁橋樑 栋梁棟樑 房梁房樑 横梁橫樑 屋梁屋樑 鼻梁鼻樑 上梁上樑
  动荡動盪 摇荡搖盪 飘荡飄盪 晃荡晃盪 荡秋千盪鞦韆 剪彩剪綵 张灯结彩張燈結綵 局限侷限 暗淡黯淡 黯然黯然 注释註釋 脚注腳註 批注批註 附注附註 朱砂硃砂 朱批硃批 旗杆旗桿 电线杆電線桿
  枪杆槍桿 笔杆筆桿 湖里湖裡 村里村裡 城里城裡 山里山裡 托付託付 委托委託 拜托拜託 寄托寄託 信托信託 托词託詞 推托推託 托梦託夢 泄露洩露 泄漏洩漏 泄气洩氣 泄密洩密 发泄發洩 灶台灶臺 闲暇閒暇 空闲空閒
  闲聊閒聊 休闲休閒 清闲清閒 悠闲悠閒 闲话閒話 闲事閒事 借鉴借鑑 鉴定鑑定 鉴别鑑別 鉴赏鑑賞 年鉴年鑑 秘密祕密 神秘神祕 秘书祕書 奥秘奧祕 秘诀祕訣 隐秘隱祕 污染汙染 贪污貪汙 污水汙水
  污垢汙垢 污点汙點 吊唁弔唁 凭吊憑弔 吊丧弔喪 秒表秒錶 电表電錶 怀表懷錶 钟表鐘錶 表链錶鏈 表盘錶盤 水表水錶 复核覆核 反复反覆 颠覆顛覆 折叠摺疊 折纸摺紙 存折存摺 奏折奏摺 折扇摺扇
  包扎包紮 结扎結紮 驻扎駐紮 苏醒甦醒 复苏復甦 干爹乾爹 干妈乾媽 干杯乾杯 干着急乾著急 干瞪眼乾瞪眼 干等乾等 晾干晾乾 晒干曬乾 擦干擦乾 吹干吹乾 烘干烘乾 饼干餅乾 风干風乾
  游荡遊蕩 导游導遊 郊游郊遊 出游出遊 周游周遊 漫游漫遊 梦游夢遊 游人遊人 游船遊船 游艇遊艇 游子遊子 游历遊歷 游说遊說 春游春遊 秋游秋遊 游牧遊牧 游乐遊樂 游览遊覽 游击遊擊
  方便面方便麵 拉面拉麵 泡面泡麵 炒面炒麵 和面和麵 面馆麵館 面团麵團 面食麵食 切面切面 挂面掛麵 凉面涼麵 刀削面刀削麵 面汤麵湯 面糊麵糊 意面義麵 汤面湯麵 牛肉面牛肉麵
  御寒禦寒 抵御抵禦 防御防禦 山岳山嶽 五岳五嶽 岳父岳父 迂回迂迴 巡回巡迴 轮回輪迴 回避迴避 回旋迴旋 回荡迴盪 挽联輓聯 僵尸殭屍 起哄起鬨 内哄內鬨 吞咽吞嚥 雕像雕像
  侥幸僥倖 厘米釐米 厘清釐清 毫厘毫釐 咸鱼鹹魚 咸菜鹹菜 咸蛋鹹蛋 咸味鹹味 窗帘窗簾 门帘門簾 酒帘酒帘 稻谷稻穀 谷仓穀倉 五谷五穀 酒曲酒麴 大曲大麴 腌菜醃菜 腌制醃製 熏鱼燻魚 熏肉燻肉
  向导嚮導 向往嚮往 向日葵向日葵 辟谣闢謠 精辟精闢 开辟開闢 签到簽到 牙签牙籤 标签標籤 书签書籤 抽签抽籤 求签求籤 竹签竹籤 签筒籤筒 小丑小丑 文丑文丑 丑角丑角 借此藉此 借助藉助 借以藉以
`)

/** The other way round: what traditional texts write with a character that simplified ones have, too. */
export const SIMPLIFIED_FORMS = pairs(`
  沈沈 沉沉 摺折 甚麼什么 憑藉凭借 藉口借口 藉由借由 藉著借着 藉此借此 回覆回复 答覆答复 瞭解了解 夥伴伙伴
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
  { hanzi: '干', form: '乾', after: /^(?:了?[这那一几两三]?杯|掉这)/u },
  { hanzi: '干', form: '乾', before: /(?:[太很]|有点)$/u, after: /^(?:[，。了！]|$)/u },
  { hanzi: '里', form: '里', before: /[一二三四五六七八九十百千万几两半0-9公]$/u },
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
