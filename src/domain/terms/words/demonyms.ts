/** Countries whose people are called by another stem: Norway, Norwegian. Facts; regular ones (Russia, Russian) need no list. */
const IRREGULAR =
  'argentina:argentine britain:british,briton cyprus:cypriot denmark:danish,dane england:english finland:finnish,finn ' +
  'france:french germany:german greece:greek,hellenic iceland:icelandic iraq:iraqi ireland:irish israel:israeli ' +
  'kuwait:kuwaiti lebanon:lebanese netherlands:dutch,holland norway:norwegian oman:omani pakistan:pakistani peru:peruvian ' +
  'philippines:filipino,philippine poland:polish,pole portugal:portuguese qatar:qatari scotland:scottish,scots,scot ' +
  'slovakia:slovak spain:spanish,spaniard sweden:swedish,swede switzerland:swiss thailand:thai turkey:turkish,turk ' +
  'ukraine:ukrainian wales:welsh yemen:yemeni afghanistan:afghan bangladesh:bangladeshi uzbekistan:uzbek kazakhstan:kazakh'

const countryOf = new Map(
  IRREGULAR.split(' ').flatMap((row) => {
    const [country = '', names = ''] = row.split(':')
    return names.split(',').map((name): [string, string] => [name, country])
  }),
)

/** Whether one English lemma is a country and the other its people or adjective, by another stem than the usual ones. */
export function isDemonym(a: string, b: string): boolean {
  return countryOf.get(a) === b || countryOf.get(b) === a
}
