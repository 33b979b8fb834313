import type { Script } from './script.ts'

/** Frequent characters that only one script has, pair by pair. */
const SIMPLIFIED = new Set(
  '为这说对与来还个将时会过给见没让两号当们无长门话问则国较军头开约该达区县处属带应称谁进张总点请连间吗种经马书难东写学杀气钱发声设边鱼报极爱类红虽讲远乡动条电队仅变图岁师热转么众场数镇风买亲传办尽车体刚满级飞龙宽战桥汉现铁随项乱',
)
const TRADITIONAL = new Set(
  '為這說對與來還個將時會過給見沒讓兩號當們無長門話問則國較軍頭開約該達區縣處屬帶應稱誰進張總點請連間嗎種經馬書難東寫學殺氣錢發聲設邊魚報極愛類紅雖講遠鄉動條電隊僅變圖歲師熱轉麼眾場數鎮風買親傳辦盡車體剛滿級飛龍寬戰橋漢現鐵隨項亂',
)
/** So much of a text is enough. */
const SAMPLE = 400

/**
 * The script a text is probably in, without a dictionary: for choosing a font and telling a screen reader. Simplified when
 * nothing tells.
 */
export function guessScript(text: string): Script {
  let balance = 0
  for (const character of text.slice(0, SAMPLE)) {
    if (SIMPLIFIED.has(character)) balance--
    else if (TRADITIONAL.has(character)) balance++
  }
  return balance > 0 ? 'traditional' : 'simplified'
}
