import type { Analysis } from './analyses.ts'

/** Words near by that tell the second of two nouns, or verbs, of one spelling and two sounds: lead (metal), bow (down). */
const SIGNS: ReadonlyMap<string, RegExp> = new Map([
  ['铅', /\b(?:covered|lined|made|cast|wrapped|coated) (?:in|of|with|from) lead\b|\b(?:roof|weights?|bullets?|coffin|melt\w*|heavy|solder|roofs|pipes?|paint|poison\w*|pencils?|metals?|zinc|copper|toxic|petrol|gasoline|battery|batteries)\b/i],
  ['鞠躬', /\b(?:took? an?|takes? an?|taking an?|deep|ship|stern|audience|gave an?)\b[^.]*\bbow|\bbow\b[^.]*\b(?:ship|boat|stern)\b/i],
  ['裂口', /\b(?:in|hole|shirt|trousers|jeans|fabric|cloth|muscle|ligament|repair\w*)\b[^.]*\btears?\b|\btears?\b[^.]*\b(?:in (?:the|his|her|my|a)|fabric|cloth|muscle|shirt)\b/i],
  ['撒谎', /\b(?:lied|lying|lies?) (?:to|about)\b/i],
  ['鲈鱼', /\b(?:fish\w*|lake|river|caught|catch|pond|sea|rod)\b/i],
  ['年迈', /\baged (?!\d|between|from|over|under|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty)\b)[a-z]/i],
  ['低音', /\b(?:guitar|drum|music|voice|sing\w*|player|speaker)\b/i],
  ['争吵', /\b(?:had|having|have|argument|quarrel)\b[^.]*\brow\b/i],
]) // prettier-ignore

/** Ways to read a word of one part of speech, the one in front that the text around speaks for. */
export function soundHere(analyses: readonly Analysis[], text: string): readonly Analysis[] {
  if (analyses.length < 2) return analyses
  const isSigned = ({ entry }: Analysis): boolean =>
    SIGNS.get(entry.zh[0]?.replace(/[（(].*?[)）]/g, '') ?? '')?.test(text) === true
  return analyses.toSorted((a, b) => Number(isSigned(b)) - Number(isSigned(a)))
}
