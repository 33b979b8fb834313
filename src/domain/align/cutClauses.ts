/** Words an English clause may start with; a cut before them makes pieces about as long as Chinese clauses. */
const CONJUNCTIONS =
  'and|but|or|so|when|while|as|then|before|after|because|which|who|where|until|if|though|although|with|without|for'

const END_ZH = /[，；：。！？!?…—,;:]+[”’」』）)》"']*/gu
const END_EN = new RegExp(
  String.raw`(?:[,;:.!?…—–]+[”’)"']*(?=\s|[—–])|[—–]+)\s*| (?=(?:${CONJUNCTIONS})\s)`,
  'gu',
)

/**
 * The clauses of a Chinese sentence, for aligning: cut after commas, semicolons, colons, dashes and stops with whatever
 * closes after them; a piece without letters or digits joins the one before. At least one; together they are the sentence.
 */
export function splitClausesZh(sentence: string): readonly string[] {
  return pieces(sentence, END_ZH)
}

/** The same of an English sentence, which is also cut before conjunctions, relatives and a few prepositions. */
export function splitClausesEn(sentence: string): readonly string[] {
  return pieces(sentence, END_EN)
}

function pieces(sentence: string, end: RegExp): readonly string[] {
  const cuts = [...sentence.matchAll(end)].map((match) => match.index + match[0].length)
  const found: string[] = []
  let from = 0
  for (const cut of [...cuts, sentence.length]) {
    const piece = sentence.slice(from, cut)
    from = cut
    if (piece === '') continue
    if (found.length > 0 && !/[\p{L}\p{N}]/u.test(piece)) found[found.length - 1] += piece
    else found.push(piece)
  }
  return found.length > 0 ? found : [sentence]
}
