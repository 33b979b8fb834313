import { COUNT, NOT, set, type Meaning } from './meanings.ts'

/** How much, how often, in what unit: sets of which a sentence and its translation should name the same member. */
export const AMOUNTS: readonly (readonly Meaning[])[] = [
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
      '所有(?![，。权者制])|全部|一切|凡是|全都|大家都|人人|谁[也都]不',
      'all|any\\w*|every\\w*|each|whole|entire\\w*|total|we|us|you|they|nobody|none|no',
    ],
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
  set(['进口', 'import\\w*'], ['出口', 'export\\w*|exit\\w*']),
  set(
    ['最[低小少]', 'minim\\w*|least|lowest|smallest|fewest'],
    ['最[高大多]', 'maxim\\w*|most|highest|largest|biggest|greatest|top|peak'],
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
  set(['汤匙|大[匙勺]', 'tablespoon\\w*|tbsp'], ['茶匙|小[匙勺]', 'teaspoon\\w*|tsp']),
  set(
    [`(?<=${COUNT})片(?!刻)`, 'tablet\\w*|slic\\w*|piece\\w*|pills?|sheet\\w*|lea(?:f|ves)'],
    [`(?<=${COUNT})盒`, 'box\\w*|packs?|packet\\w*|cartons?'],
    [`(?<=${COUNT})瓶`, 'bottle\\w*'],
  ),
]
