/** Two meanings that exclude each other, or more: what says each on either side. */
interface Meaning {
  readonly zh: RegExp
  readonly en: RegExp
}

const word = (words: string): RegExp => new RegExp(`\\b(?:${words})\\b`, 'i')
const meaning = (zh: string, en: string): Meaning => ({ zh: new RegExp(zh), en: word(en) })
const set = (...pairs: readonly (readonly [zh: string, en: string])[]): readonly Meaning[] =>
  pairs.map(([zh, en]) => meaning(zh, en))

const NOT = '(?<![不没無无未]|不[得能应會会要许可])'
const COUNT = '[〇零一二两三四五六七八九十百千万亿半几数多\\d个\\s]'

/** Sets of which a sentence and its translation should name the same member. */
const SETS: readonly (readonly Meaning[])[] = [
  set(
    ['一月|(?<!\\d)1月', 'January|Jan'],
    ['二月|(?<!\\d)2月', 'February|Feb'],
    ['三月|(?<!\\d)3月', 'March'],
    ['四月|4月', 'April'],
    ['五月|5月', 'May(?! (?:be|not|have|I|we|you|he|she|it|they))'],
    ['六月|6月', 'June'],
    ['七月|7月', 'July'],
    ['八月|8月', 'August'],
    ['九月|9月', 'September|Sept'],
    ['十月|10月', 'October'],
    ['十一月|11月', 'November'],
    ['十二月|12月', 'December'],
  ),
  set(
    ['春[天季日节]|[初早仲晚暮今去]春|春(?=[夏秋冬])', 'springs?|springtime'],
    ['夏[天季日]|[初盛仲今去]夏|酷暑|暑', 'summers?'],
    ['秋[天季日]|[初深仲晚今去]秋', 'autumns?|fall'],
    ['冬[天季日]|[初寒隆今去严]冬', 'winters?'],
  ),
  set(
    ['[早清凌]晨|早上|上午|一早|清早|天亮|破晓|早[八九六七五]点', 'mornings?|dawn|a\\.?m|daybreak'],
    ['中午|正午|午间', 'noon|midday'],
    ['下午|午后', 'afternoons?|p\\.?m'],
    [
      '晚上|夜|傍晚|今晚|昨晚|晚间|黄昏',
      'evenings?|nights?|overnight|midnight|dusk|tonight|p\\.?m',
    ],
  ),
  set(
    [
      '去年',
      'last (?:year|spring|summer|autumn|fall|winter|month|January|February|March|April|May|June|July|August|September|October|November|December)|the year before|a year (?:ago|earlier)|previous year',
    ],
    ['前年', 'year before last|two years (?:ago|earlier|before)|the year before'],
    ['今年', 'this (?:year|spring|summer|autumn|fall|winter)'],
    ['明年', 'next (?:year|spring|summer|autumn|fall|winter)|the (?:coming|following) year'],
    ['后年', 'year after next|two years (?:from now|later)|in two years'],
  ),
  set(
    ['昨[天日晚夜]', 'yesterday|last night'],
    ['今[天日晚夜]', 'today|tonight|this (?:morning|afternoon|evening)'],
    ['明[天日晚早]', 'tomorrow'],
  ),
  set(['早[饭餐]', 'breakfast'], ['[午中][饭餐]', 'lunch'], ['晚[饭餐]', 'supper|dinner']),
  set(
    ['父亲|爸|爹', 'fathers?|dad|daddy|papa'],
    ['母亲|妈|娘亲', 'mothers?|mum|mom|mummy|mama'],
    ['儿子', 'sons?'],
    ['女儿', 'daughters?'],
    ['外婆|奶奶|祖母|姥姥', 'grandmothers?|grandma|granny|gran'],
    ['外公|爷爷|祖父|姥爷', 'grandfathers?|grandpa|granddad'],
    ['[舅叔伯]', 'uncles?'],
    ['[姨姑]', 'aunts?|auntie'],
    ['丈夫|老公', 'husbands?'],
    ['妻子|老婆|太太|爱人', 'wife|wives'],
    ['哥|弟|兄', 'brothers?'],
    ['姐|妹', 'sisters?'],
  ),
  set(
    [
      '(?:[以向往朝镇城村市东]|偏)东(?![西京风方])|东[边部侧岸面端](?!长)',
      'east|eastern|eastwards?|easterly',
    ],
    ['[以向往朝镇城村市偏]西(?![瓜装服])|西[边部侧岸面端]', 'west|western|westwards?|westerly'],
    ['[以向往朝镇城村市偏]南(?![京方])|南[边部侧岸面端坡]', 'south|southern|southwards?'],
    ['[以向往朝镇城村市偏]北(?![京方])|北[边部侧岸面端坡]', 'north|northern|northwards?'],
  ),
  set(
    ['左(?!右)', 'left(?: hand| side| of|-hand)|(?:the|on|to|your|his|her|my|turn) left'],
    ['(?<!左)右', 'right(?: hand| side| of|-hand)|(?:the|on|to|your|his|her|my|turn) right'],
  ),
  set(
    [
      `${NOT}(?:超过|多于|高于|大于|超出)|以上|至少|不[少低]于|不得[少低]于`,
      'over|more|above|at least|exceed(?:s|ed|ing)?|beyond|older|higher|greater|upwards|(?:no|not) (?:less|fewer)',
    ],
    [
      `${NOT}(?:不足|低于|少于|小于|不到)|以下|至多|最多|不[得能应]?超过`,
      'under|less|fewer|below|at most|up to|within|exceed|lower|younger|smaller|(?:no|not) more|short of|nearly|almost|maximum',
    ],
  ),
  set(
    [
      '(?<![尽赶加])快(?![乐要餐了活递速公])|迅速|飞快|急速',
      'fast(?:er|est)?|quick(?:ly|er|est)?|rapid(?:ly)?|swift(?:ly)?|speed(?:y|ily)?|hurr(?:y|ied)',
    ],
    ['缓慢|慢(?!慢来)', 'slow(?:ly|er|est|ness)?|gradual(?:ly)?|leisurely'],
  ),
  set(
    [
      '增加|增长|上升|上涨|提高|升高|增至|增多|扩大|上调',
      'increas\\w*|ris(?:e|es|en|ing)|rose|gr[eo]w\\w*|up|rais\\w*|gain\\w*|climb\\w*|more|higher|expand\\w*|jump\\w*|surg\\w*|improv\\w*|boost\\w*|widen\\w*|enhanc\\w*',
    ],
    [
      '减少|下降|下跌|降低|减至|跌|降到|降至|缩小|下调|减轻',
      'decreas\\w*|f[ae]ll(?:s|en|ing)?|drop\\w*|declin\\w*|down|reduc\\w*|low\\w*|cut\\w*|less\\w*|fewer|shr[iau]nk\\w*|slow\\w*|eas\\w*|diminish\\w*|los\\w*',
    ],
  ),
  set(
    ['提前|提早|早到', 'ahead|early|earlier|advance|before|beforehand|forward'],
    ['晚点|延误|推迟|迟到|延期|误点|晚了', 'behind|late|later|delay\\w*|postpon\\w*|overdue'],
  ),
  set(
    [
      '之前|以前|饭前|[期期]满前|[睡临行事战产赛]前|前[三二一四五六七八九十\\d]+[天日]',
      'before|prior|until|till|ago|earlier|previous(?:ly)?|former(?:ly)?|by|preceding|in advance|eve|once|used to',
    ],
    [
      '之后|以后|饭后|[期]满后|[事战产赛雨]后|后[三二一四五六七八九十\\d]+[天日]',
      'after(?:wards?)?|following|later|since|once|when|until|from|then|upon|on|next',
    ],
  ),
  set(
    ['所有(?![，。权者制])|全部|一切|凡是|全都', 'all|every\\w*|each|whole|entire\\w*|total'],
    ['少数|极少|个别', 'few|small (?:number|minority)|minority|rare\\w*|handful|occasional\\w*'],
    ['多数|大多|大部分|大半', 'most(?:ly)?|majority|main(?:ly)?|bulk|general\\w*|large\\w*'],
    [
      '有的(?!是)|有些|部分(?!居)',
      'some|certain|several|parts?|partly|partial\\w*|few|others|many|number|a little',
    ],
  ),
  set(
    [
      '总是|老是|一向|始终|一直|天天',
      'always|constant\\w*|all (?:along|the time|day|his|her|my)|ever|every|still|keep|kept|throughout|invariably|forever|continu\\w*|remain\\w*|never|been',
    ],
    [
      '从不|从来[不没]|从未|再也[不没]|决不|绝不|永[不远]',
      'never|no|not|n.t|ever|nor|forever|always',
    ],
    [
      '经常|常常|往往|时常|(?<![通非平日正异照家寻失反])常(?![年温见识规任务委驻用态青人])',
      'often|frequent\\w*|usual\\w*|regular\\w*|tend\\w*|common\\w*|general\\w*|always|many times|keep|ordinar\\w*',
    ],
    ['很少|难得|罕见|不常', 'seldom|rare\\w*|hardly|scarce\\w*|few|little|unusual\\w*'],
    ['偶尔|有时|时而', 'occasional\\w*|sometimes|now and (?:then|again)|at times|once in a while'],
  ),
  set(
    ['赚|盈利|获利', 'ma[dk]e|making|profit\\w*|earn\\w*|gain\\w*'],
    ['亏|赔钱|赔了', 'los\\w*|red|deficit'],
  ),
  set(
    ['(?<![输运])赢|获胜|打败|胜出|战胜', 'w[io]n\\w*|beat\\w*|defeat\\w*|victor\\w*|triumph\\w*'],
    ['输(?![入出送血液])|败给|落败', 'los\\w*|defeat\\w*|beaten'],
  ),
  set(
    ['湿', 'wet|damp|moist\\w*|humid\\w*|soak\\w*|slippery'],
    ['(?<!饼|能|才|骨)干燥|晒干|烘干|擦干', 'dr(?:y|ied|ies|ying)|arid'],
  ),
  set(['进口', 'import\\w*'], ['出口', 'export\\w*|exit\\w*']),
  set(
    ['最[低小少]', 'minim\\w*|least|lowest|smallest|fewest'],
    ['最[高大多]', 'maxim\\w*|most|highest|largest|biggest|greatest|top|peak'],
  ),
  set(['旺季', 'high season|peak|busy'], ['淡季', 'low season|off-season|slack']),
  set(['宁可|宁愿', 'rather|better|prefer\\w*'], ['不如', 'not as|rather|better']),
  set(
    [`(?<=${COUNT})秒`, 'seconds?'],
    [`(?<=${COUNT})分钟`, 'minutes?'],
    [`(?<=${COUNT})(?:小时|钟头)`, 'hours?'],
    [
      `(?<=${COUNT})天(?![气然空上])|(?<!月[〇零一二三四五六七八九十廿\\d]{0,3})(?<=${COUNT})日(?![本元常])|每日`,
      'days?|nights?|daily|fortnight',
    ],
    [`(?<=${COUNT})(?:周(?!岁|年|末)|星期|礼拜)`, 'weeks?|weekly|fortnight'],
    ['个多?月', 'months?|monthly|quarter'],
    [
      `(?<![\\d〇零一二三四五六七八九]{4})(?<=${COUNT})年(?![级代轻糕纪])`,
      'years?|annual\\w*|yearly|decades?|anniversary',
    ],
  ),
  set(
    [`(?<=${COUNT})(?:毫米)`, 'mm|millimet\\w+'],
    [`(?<=${COUNT})(?:厘米|公分)`, 'cm|centimet\\w+'],
    [`(?<=${COUNT})米(?![饭粉花])`, 'm|met(?:re|er)s?'],
    [`(?<=${COUNT})(?:公里|千米)`, 'km|kilomet\\w+'],
    [`(?<=${COUNT})英里`, 'miles?'],
    [`(?<=${COUNT})英尺`, 'feet|foot'],
    [`(?<=${COUNT})英寸`, 'inch(?:es)?'],
  ),
  set(
    [`(?<=${COUNT})(?:克)`, 'g|grams?|grammes?'],
    [`(?<=${COUNT})(?:公斤|千克)`, 'kg|kilos?|kilogram\\w*'],
    [`(?<=${COUNT})吨`, 'tons?|tonnes?'],
    [`(?<=${COUNT})磅`, 'pounds?|lbs?'],
  ),
  set(
    [`(?<=${COUNT})毫升`, 'ml|millilit\\w+'],
    [`(?<=${COUNT})升`, 'l|lit(?:re|er)s?'],
    [`(?<=${COUNT})加仑`, 'gallons?'],
  ),
  set(
    [`(?<=${COUNT})(?:元|块钱?|人民币)`, 'yuan|RMB|renminbi'],
    ['美[元金]', 'dollars?|US\\$|USD'],
    ['欧元', 'euros?'],
    ['英镑', 'pounds?'],
    ['日元', 'yen'],
  ),
  set(['摄氏', 'Celsius|centigrade|C'], ['华氏', 'Fahrenheit|F']),
  set(
    ['周一|星期一|礼拜一', 'Mondays?'],
    ['周二|星期二|礼拜二', 'Tuesdays?'],
    ['周三|星期三|礼拜三', 'Wednesdays?'],
    ['周四|星期四|礼拜四', 'Thursdays?'],
    ['周五|星期五|礼拜五', 'Fridays?'],
    ['周六|星期六|礼拜六|周末', 'Saturdays?|weekends?'],
    ['周日|周天|星期[日天]|礼拜[日天]|周末', 'Sundays?|weekends?'],
  ),
  set(
    ['工作日', '(?:working|business|work) ?days?|weekdays?'],
    ['自然日|日历日', 'calendar days?|days'],
  ),
]

/** “Not more than” says at most. */
const TURNED: readonly (readonly [RegExp, string])[] = [
  [
    /(?:\b(?:no|not|never)|n['’]t)\b[^.;:]{0,40}?\bmore than\b|\bnot (?:be )?(?:over|above|exceed(?:ing)?)\b|\bno later than\b/gi,
    ' at most ',
  ],
  [
    /(?:\b(?:no|not|never)|n['’]t)\b[^.;:]{0,40}?\b(?:less|fewer) than\b|\bnot (?:be )?(?:under|below)\b/gi,
    ' at least ',
  ],
]

/** What a Chinese word must be said with, whatever else the sentence says. */
const REQUIRED: readonly Meaning[] = set(
  [
    '副(?:局长|部长|主席|主任|市长|县长|省长|校长|院长|总统|总理|经理|处长|会长|书记|行长|团长|队长|总裁)',
    'deput\\w*|vice\\W?\\w*|assistant|associate|second',
  ],
  ['(?:并非|不是|并不是)(?:所有|全部|每)', 'not|n.t|some|few|hardly'],
  ['半(?:个?小时|个?钟头|年(?!来)|个月)', 'half|thirty|30|six|fifteen|15|fortnight|two weeks'],
  ['唯一', 'only|sole\\w*|unique\\w*|single|one|alone'],
)

/** They may say what they stand for in a set, but say other things, too: none is the other member by itself. */
const LOOSE =
  /^(?:nights?|second|still|on|once|when|from|then|no|not|nor|n.t|since|until|by|been|ever|many|others|low)$/i

/** A member of a set on one side where the other side has another one: the English word, the Chinese one. Null when they agree. */
export function contrastingWords(zh: string, en: string): readonly [string, string] | null {
  const english = TURNED.reduce((text, [pattern, plain]) => text.replace(pattern, plain), en)
  for (const meanings of SETS) {
    const said = meanings.map((one) => ({
      zh: one.zh.exec(zh)?.[0] ?? null,
      en: one.en.exec(english)?.[0] ?? null,
    }))
    const lost = said.find((one) => one.zh !== null && one.en === null)
    const put = said.find((one) => one.zh === null && one.en !== null && !LOOSE.test(one.en))
    if (lost?.zh && put?.en) return [put.en, lost.zh]
  }
  const required = REQUIRED.find((one) => one.zh.test(zh) && !one.en.test(en))
  return required === undefined ? null : ['', required.zh.exec(zh)![0]]
}

const PERSONS: readonly Meaning[] = [
  { zh: /我们|咱们|我方/, en: /\b(?:we|us|our|ours|ourselves)\b/i },
  { zh: /我(?!们|国|市|省|校|方)/, en: /\b(?:I|[Mm]e|[Mm]y|[Mm]ine|[Mm]yself)\b/ },
  { zh: /[你您](?!们?[说看想猜瞧知])/, en: /\b(?:you|your|yours|yourself|yourselves)\b/i },
  { zh: /她/, en: /\b(?:she|her|hers|herself)\b/i },
  { zh: /(?<!其)他(?!们|人|国|乡)/, en: /\b(?:he|him|his|himself)\b/i },
]

/** Who is meant: somebody of one side who is not on the other, which has somebody else. Null when they may agree. */
export function otherPerson(zh: string, en: string): readonly [string, string] | null {
  const said = PERSONS.map((one) => ({ zh: one.zh.exec(zh)?.[0], en: one.en.exec(en)?.[0] }))
  const lost = said.find((one) => one.zh !== undefined && one.en === undefined)
  const put = said.find((one) => one.zh === undefined && one.en !== undefined)
  return lost?.zh !== undefined && put?.en !== undefined ? [put.en, lost.zh] : null
}
