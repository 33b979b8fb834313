import { COUNT, set, type Meaning } from './meanings.ts'

/** When and for how long: sets of which a sentence and its translation should name the same member. */
export const TIMES: readonly (readonly Meaning[])[] = [
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
  set(['寒假', 'winter'], ['暑假', 'summer']),
  set(
    ['[小微文]火', 'low|gentl\\w*|slow\\w*|small|simmer\\w*'],
    ['[大猛旺]火', 'high|fierce|strong|big|blaz\\w*|fires?|full|brisk'],
  ),
  set(
    ['年初|初年|初期|月初|上旬', 'early|earl\\w*|beginning|start\\w*|first|initial\\w*|opening'],
    ['中叶|中期|中旬', 'middle|mid\\W?\\w*|half'],
    ['末年|末期|年底|月底|年末|月末|下旬', 'end\\w*|late\\w*|last|final\\w*|close|out'],
  ),
  set(
    ['唐[朝代]', 'Tang'],
    ['宋[朝代]', 'Song'],
    ['元[朝代]', 'Yuan'],
    ['明[朝代]', 'Ming'],
    ['清[朝代]', 'Qing'],
    ['汉[朝代]', 'Han'],
  ),
]
