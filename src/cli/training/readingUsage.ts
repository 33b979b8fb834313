/**
 * How often a hanzi that stands alone has each reading in running prose, in percent, by judgement; what is not named shares the
 * rest. The examples learnt from are balanced, life is not: of a hundred 还, five are paid back. Grammatical hanzi first.
 */
const USAGE = `
的 de5 99|地 de5 66 di4 34|得 de5 86 dei3 10|着 zhe5 91 zhao2 8|了 le5 98|过 guo4 99|吧 ba5 99|呢 ne5 99|吗 ma5 99|呀 ya5 99
还 hai2 95|都 dou1 99|只 zhi3 62 zhi1 38|为 wei4 56 wei2 44|和 he2 98|与 yu3 99|将 jiang1 96|更 geng4 98|没 mei2 99
好 hao3 97|看 kan4 97|要 yao4 99|会 hui4 99|来 lai2 99|给 gei3 98|说 shuo1 99|那 na4 98|哪 na3 98|当 dang1 78|便 bian4 99
中 zhong1 93|发 fa1 92|分 fen1 93|间 jian1 97|相 xiang1 82|应 ying1 86|少 shao3 97|几 ji3 98|干 gan4 62 gan1 38|打 da3 98
曾 ceng2 92|单 dan1 98|区 qu1 99|解 jie3 97|查 cha2 99|车 che1 99|正 zheng4 99|教 jiao1 95|累 lei4 96|喝 he1 98|凉 liang2 95
`

const usage = new Map(
  USAGE.trim()
    .split(/[|\n]/)
    .map((row) => {
      const [hanzi = '', ...fields] = row.split(' ')
      const shares = new Map<string, number>()
      for (let i = 0; i + 1 < fields.length; i += 2) {
        shares.set(fields[i]!, Number(fields[i + 1]) / 100)
      }
      return [hanzi, shares] as const
    }),
)

const LEAST = 0.005

/**
 * What to add to the score of each reading of a hanzi that stands alone: log(share in usage / share in what was learnt). Zeros
 * where nothing is known of its usage.
 *
 * @param learnt how much was learnt of each reading standing alone
 */
export function usageCorrection(
  hanzi: string,
  readings: readonly string[],
  learnt: readonly number[],
): readonly number[] {
  const shares = usage.get(hanzi)
  if (!shares) return readings.map(() => 0)
  const named = [...shares.values()].reduce((sum, share) => sum + share, 0)
  const unnamed = readings.filter((reading) => !shares.has(reading)).length
  const rest = Math.max(LEAST, (1 - named) / Math.max(1, unnamed))
  const smoothed = learnt.map((weight) => weight + 0.5)
  const total = smoothed.reduce((sum, weight) => sum + weight, 0)
  return readings.map(
    (reading, i) => Math.log(shares.get(reading) ?? rest) - Math.log(smoothed[i]! / total),
  )
}
