import type { Dictionary } from '../../dictionary/dictionary.ts'
import { glossesOf } from '../words/glosses.ts'
import type { LinkBoard } from './linkBoard.ts'
import { isProper } from '../words/words.ts'

/** Strength of a link that adds nothing to what the word before it says. */
const ADDS_NOTHING = 0.9
/** Who does it: 谈判代表 are negotiators. */
const PERSON = /^(?:代表|人员|专家|官员|工作者)$/
/**
 * The category nouns of Chinese (范畴词): they say what kind of thing the word before them is, and English leaves them out.
 * 保险公司 are insurers, 试点项目 is a pilot scheme, 消息人士 is a source.
 */
const CATEGORY = /^(?:人士|分子|公司|机构|组织|部门|单位|项目|活动|设施|能力)$/

/**
 * A category noun without a partner takes the free word after the partner of the word before it (advertising agency) or else that
 * partner itself: together the two are one term.
 */
export function linkCategoryNouns(board: LinkBoard, dictionary: Dictionary): void {
  const { zh, en } = board
  for (let i = 0; i + 1 < zh.length; i++) {
    const next = zh[i + 1]!
    const j = board.ofZh(i).at(-1)
    if (j === undefined || board.ofZh(i + 1).length > 0 || !next.joined) continue
    if (zh[i]!.text.length < 2 || en[j]!.text.endsWith('ed')) continue
    const { verbal } = glossesOf(zh[i]!.text, dictionary)
    const does = PERSON.test(next.text) && verbal > 0 && /(?:er|or|ist)s?$/.test(en[j]!.text)
    if (!does && !CATEGORY.test(next.text)) continue
    const own =
      !does &&
      board.isJoinedEn(j) &&
      board.isFreeEn(j + 1) &&
      en[j + 1]!.content &&
      !isProper(en[j + 1]!) &&
      !en[j + 1]!.text.endsWith('ed')
    board.link(i + 1, own ? j + 1 : j, ADDS_NOTHING)
  }
}
