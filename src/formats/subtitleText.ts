/** Markup of subtitles: a closed list, so that "a < b" and <sighs> stay. */
const TAG =
  /<\/?(?:i|b|u|s|em|strong|font|c|v|lang|ruby|rt|br|span|p|div|sub|sup|small|big)(?:[.\s][^<>\n]*)?\/?>|<\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?>/gi
/** {\an8}, {\pos(10,20)}, {i1}, {y:i}: drawn by the player, said by nobody. */
const OVERRIDE = /\{\\[^{}\n]*\}|\{\/?[bius]\d?\}|\{[yYcCfFsSpP]:[^{}\n]*\}/g
const READING = /<rt(?:\s[^<>]*)?>[^<\n]*<\/rt>/gi
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
  lrm: '',
  rlm: '',
}

/** A line of a subtitle without its markup. Entities are read once, after the tags: what they spell is text. */
export function subtitleText(line: string): string {
  const bare = line.includes('<') ? line.replace(READING, '').replace(TAG, '') : line
  const plain = bare.includes('{') ? bare.replace(OVERRIDE, '') : bare
  return plain
    .replace(/&(amp|lt|gt|quot|nbsp|lrm|rlm);/g, (_whole, name: string) => ENTITIES[name]!)
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
}
