/**
 * A word as the dictionary's glosses would spell it, for comparing only: British endings become American ones (neighbour, centre,
 * mobilise, defence, programme), Greek digraphs single vowels (diarrhoea, anaemia). Words that merely look so (hour, rise) change
 * too; as both sides do, they still meet.
 */
export function oneSpelling(word: string): string {
  if (word.length < 5) return word === 'grey' ? 'gray' : word
  return word
    .replace(/our(?=$|s$|ed$|ing$|er|able|ite|ful|less|hood)/, 'or')
    .replace(/([bt])re$/, '$1er')
    .replace(/([iy])s(e|ed|er|ing|ation|able)$/, '$1z$2')
    .replace(/(def|off|lic|pret)ence$/, '$1ense')
    .replace(/ogue$/, 'og')
    .replace(/oea$/, 'ea')
    .replace(/^(f?)oe(?=[st])/, '$1e')
    .replace(/oeuv/, 'euv')
    .replace(/^(an|h|p|leuk|orthop|gyn)ae/, '$1e')
    .replace(/^sceptic/, 'skeptic')
    .replace(/^plough/, 'plow')
    .replace(/^judgement/, 'judgment')
    .replace(/^programme$/, 'program')
}
