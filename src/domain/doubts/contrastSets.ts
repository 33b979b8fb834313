import { AMOUNTS } from './amountSets.ts'
import { set, type Meaning } from './meanings.ts'
import { TIMES } from './timeSets.ts'

/** Sets of which a sentence and its translation should name the same member. */
export const SETS: readonly (readonly Meaning[])[] = [
  ...TIMES,
  ...AMOUNTS,
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
  set(
    ['好(?:得|了很)?多了?|更好|好转', 'better|improv\\w*|best|nicer|more'],
    ['更[差糟坏]|[差糟]得多|恶化', 'worse\\w*|deteriorat\\w*|worst'],
  ),
  set(
    ['(?:[多大高长强贵]|重要)得多', 'more|higher|larger|greater|bigger|longer|stronger'],
    ['[少小低短弱]得多', 'less|fewer|lower|smaller|shorter|weaker'],
  ),
  set(
    ['[比更还][^，。]{0,8}老(?![师板家])', 'old\\w*|elder\\w*'],
    ['[比更还][^，。]{0,8}年轻', 'young\\w*'],
  ),
  set(
    [
      '难过|困难|艰难|不容易|不易|难得多',
      'hard\\w*|difficult\\w*|tough\\w*|struggl\\w*|sad\\w*|trouble\\w*|challeng\\w*',
    ],
    ['(?<!不)(?:容易|轻松|好过)', 'eas\\w*'],
  ),
  set(['上游', 'upstream|upper|above'], ['下游', 'downstream|lower|below']),
  set(
    ['以内|之内', 'within|inside|under|less|up to|no more'],
    ['以外|之外', 'beyond|outside|except\\w*|other|apart|besides'],
  ),
  set(
    ['轻[度微]', 'mild\\w*|slight\\w*|light\\w*|minor'],
    ['中[度等]', 'moderate\\w*|medium|middl\\w*|intermediate|average'],
    ['重度|严重', 'severe\\w*|serious\\w*|heav\\w*|grave\\w*|bad\\w*|acute|major'],
  ),
  set(
    ['最后', 'last\\w*|final\\w*|end\\w*|later|ultimate\\w*|eventual\\w*'],
    ['最先|首先|先|第一|最初|头[一几个]|首', 'first'],
  ),
  set(
    ['(?<![东西南北中大])亚洲', 'Asia'],
    ['欧洲', 'Europe'],
    ['非洲', 'Africa'],
    ['(?:[北南拉中]|中南|拉丁)美', 'Americas?'],
    ['大洋洲', 'Oceania'],
  ),
  set(
    ['(?<!东)南亚', 'South(?:ern)? Asia'],
    ['东南亚', 'South\\W?east(?:ern)? Asia'],
    ['中亚', 'Central Asia'],
    ['东亚', 'East(?:ern)? Asia'],
    ['西亚', 'West(?:ern)? Asia'],
  ),
  set(
    ['省(?:人民|政府|级|长|委|里|内)', 'provinc\\w*'],
    ['市(?:人民|政府|级|长|委|里|内)', 'municipal\\w*|city|cities|mayor\\w*|town'],
    ['县(?:人民|政府|级|长|委|里|内)', 'count(?:y|ies)|magistrate|prefect\\w*'],
  ),
  set(['书面', 'writ\\w*|paper'], ['口头', 'oral\\w*|verbal\\w*|spoken|word|mouth']),
  set(
    ['保密', 'secre\\w*|confiden\\w*|private\\w*|with?h[eo]ld|protect\\w*|disclos\\w*|anonym\\w*'],
    ['公开|公布|公诸', 'public|publish\\w*|open\\w*|reveal\\w*|announc\\w*'],
  ),
  set(
    [
      '不差|不错|不坏|很好',
      'good|well|fine|decent|nice|not bad|sharp|fair\\w*|excellent|great|better|right|true|correct\\w*',
    ],
    ['很差|糟糕|不好', '(?<!not (?:at all |so |that |too )?)bad|poor\\w*|terrible|awful|wretched'],
  ),
  set(
    [
      '女孩|姑娘|女生',
      'girl\\w*|(?:young )?(?:wom[ae]n|lad(?:y|ies))|daughters?|female\\w*|lass\\w*',
    ],
    ['男孩|小伙|男生', 'boy\\w*|lads?|(?:young )?m[ae]n|sons?|male\\w*|guys?|fellows?'],
  ),
]

/** “Not more than” says at most. */
export const TURNED: readonly (readonly [RegExp, string])[] = [
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
export const REQUIRED: readonly Meaning[] = set(
  [
    '副(?:局长|部长|主席|主任|市长|县长|省长|校长|院长|总统|总理|经理|处长|会长|书记|行长|团长|队长|总裁)',
    'deput\\w*|vice\\W?\\w*|assistant|associate|second',
  ],
  ['(?:并非|不是|并不是)(?:所有|全部|每)', 'not|n.t|some|few|hardly'],
  ['半(?:个?小时|个?钟头|年(?!来)|个月)', 'half|thirty|30|six|fifteen|15|fortnight|two weeks'],
  ['双方', 'both|two|part(?:y|ies)|each|either|neither|sides?|they|mutual\\w*|between|other'],
  [
    '(?<!不)只有(?![^，。]{0,20}才)',
    'only|just|sole\\w*|single|but|alone|mere\\w*|except|unless|exclusiv\\w*|no more|one|solitary',
  ],
  [
    '(?:没有?|不|未)完全',
    'full\\w*|complete\\w*|entire\\w*|whol\\w*|total\\w*|quite|altogether|partly|partial\\w*|still',
  ],
  ['唯一', 'only|sole\\w*|unique\\w*|single|one|alone'],
)
