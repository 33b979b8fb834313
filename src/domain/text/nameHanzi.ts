/**
 * The hanzi that spell foreign names, by the syllable they stand for (the practice of Xinhua's tables of names; facts).
 * A reading here wins over the dictionary's: 什 in a name is `shi`, 伯 is `bo`, 尔 is `er`.
 */

/** Hardly ever met outside names, or never as a word of their own: one of them makes a run of hanzi a likely name. */
const STRONG =
  'a阿 ai埃艾 ao奥 ba巴芭 bei贝 bo伯勃玻泊柏 ci茨 de德 deng邓 di迪蒂 du杜 dun顿敦 e厄俄 en恩 er尔 fei菲费 fo佛 fu弗芙 ' +
  'ga噶加 gai盖 ge戈葛 gui圭 ha哈 han罕翰 heng亨 he赫 huo霍 ji基吉 jie杰 ka卡喀 kai凯 kan坎 ke克柯 ken肯 ku库 kui奎 kun昆 ' +
  'la拉 lai莱 lan兰 lang朗 le勒 lei雷蕾 li莉黎 lie烈 lin琳 lu卢鲁 lun伦 luo洛罗萝 ma玛马 mai迈 man曼 mo莫摩 mu姆穆 ' +
  'na娜纳 ni妮尼 nie涅 niu纽 nu努 nuo诺 ou欧 pa帕 pan潘 pang庞 pei佩裴 peng彭 pi皮 po珀 pu普浦 qi契琪 qia恰 qiao乔 ' +
  'qiong琼 re热 rui瑞 ruo若 sa萨撒 sai塞赛 sen森 sha莎沙 se瑟 shan珊 shi什 shu舒 si斯丝 su苏 suo索 ta塔 tai泰 tan坦 te特 teng腾 ' +
  'ti缇 ting廷 tu图 tuo托陀 wa瓦 wei维韦 wo沃 wu乌 xi茜锡 xie谢 xin辛欣 wa娃 ya娅雅 ye耶 yi伊 za扎 zan赞 ze泽 zhan詹 zi兹 zuo佐 lue略 bei蓓 dai黛 yin茵 ga嘎 ting汀 wei薇 lun仑 luo骆 jie婕 qi绮'

/** Common in ordinary words too. */
const WEAK =
  'ai爱 an安 ang昂 ao敖 bai拜白 ban班 bang邦 bao鲍保宝堡 ben本奔 bi比彼毕 bian边 bie别 bin宾彬 bo博波 bu布卜 cha查察 chai柴 ' +
  'da达大 dai戴代 dan丹 dang当 dao道 di地狄 dian典 ding丁 dong东 duo多朵 e额 fa法 fan范凡梵 fang方芳 fei非斐 fen芬 feng丰冯 ' +
  'fu夫福富 gan甘干 gang冈 gao高 ge格 gen根 gong贡 gu古 gua瓜 guan关 hai海 han汉 hao豪 hei黑 hong洪 hu胡 hua华 huai怀 hui惠 ' +
  'ji季济 jia贾佳嘉迦 jian简 jin金津 jing京 kang康 kao考 ke科可 kong孔 kua夸 lai赖 lao劳 li利里李丽理 lian连廉 liang良 ' +
  'lie列 lin林 liu柳 long隆龙 lu路露 lu:吕 ma麻 mai麦 mao毛茅 mei梅美 men门 meng蒙孟 mi米密弥 mian缅 miao缪 ming明 mo墨默 ' +
  'mu木慕 na那拿 nai奈 nan南楠 nao瑙 nei内 neng能 nian年 ning宁 pai派 po坡 qi奇齐 qiang强 qie切 qin钦琴 qing青 qiu丘 rang让 ri日 ' +
  'rong荣 ru茹 sai色 sang桑 shan山 shang尚 shao绍 she舍 shen申 sheng圣 shi施史士石 si司思 song宋松 suo所 tang汤唐 tao陶 ' +
  'te忒 ti提 tian田 tong通 tun屯 wai外 wan万 wang旺汪 wei威魏卫 wen文温 weng翁 wu伍武 xi西希喜 xia夏 xian显 xiang香 xiao肖 ' +
  'xiong雄 xiu休修 xu许 xun逊 ya亚 yan延扬 ye叶 yi易依义 yin因 ying英 yong永 you尤 yu于 yue约 yun云 zang藏 zeng曾 zha乍 zhang张 zhe哲 ' +
  'zhen珍 zhi治芝支 zhu朱茱 zong宗 sheng盛 cai蔡 jie捷 wei蔚 ji姬 deng登 ling凌玲灵 xi熙 min敏 zi孜子 zu祖 mei玫 jian坚 la腊 dian甸 e娥 lu璐 pu朴 tao涛 pa拔'

function table(source: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const group of source.split(' ')) {
    const syllable = /^[a-z:]+/.exec(group)?.[0] ?? ''
    for (const hanzi of group.slice(syllable.length)) found.set(hanzi, syllable)
  }
  return found
}

const strong = table(STRONG)
const weak = table(WEAK)

/** The toneless syllable a hanzi stands for inside a foreign name; null when it does not spell names. */
export function nameSyllable(hanzi: string): string | null {
  return strong.get(hanzi) ?? weak.get(hanzi) ?? null
}

/** Whether a hanzi hardly ever stands outside foreign names. */
export function isStrongNameHanzi(hanzi: string): boolean {
  return strong.has(hanzi)
}

/** Marks that join the parts of a foreign name: 马尔科·卢比奥, 赛义夫•伊斯兰, 贝克-斯诺夸尔米 (a hyphen may be a dash, too). */
export function isNameJoint(character: string): boolean {
  return isNameDot(character) || character === '-' || character === '–'
}

/** The dots that stand between the parts of one name and nowhere else. */
export function isNameDot(character: string): boolean {
  return /^[·•・‧∙⋅．]$/.test(character)
}
