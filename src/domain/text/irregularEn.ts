/** English verbs with irregular forms, the lemma first; forms that are commoner as other words are left out. */
const VERBS =
  'be am is are was were been being|have has had having|do does did done|say said|go went gone goes|get got gotten|' +
  'make made|know knew known|think thought|take took taken|see saw seen|come came|give gave given|find found|tell told|' +
  'become became|leave left|feel felt|bring brought|begin began begun|keep kept|hold held|write wrote written|' +
  'stand stood|hear heard|mean meant|meet met|run ran|pay paid|sit sat|speak spoke spoken|lie lay lain lying|lead led|' +
  'grow grew grown|lose lost|fall fell fallen|send sent|build built|understand understood|draw drew drawn|' +
  'break broke broken|spend spent|rise rose risen|drive drove driven|buy bought|wear wore worn|choose chose chosen|' +
  'seek sought|throw threw thrown|catch caught|deal dealt|win won|forget forgot forgotten|fly flew flown|fight fought|' +
  'teach taught|eat ate eaten|sing sang sung singing|strike struck stricken|hang hung|shake shook shaken|ride rode ridden|' +
  'feed fed|shoot shot|drink drank drunk|arise arose arisen|sleep slept|swear swore sworn|stick stuck|steal stole stolen|' +
  'blow blew blown|hide hid hidden|bend bent|bind bound|bite bit bitten|bleed bled|breed bred|cling clung|creep crept|' +
  'dig dug|dream dreamt|flee fled|fling flung|forbid forbade forbidden|forgive forgave forgiven|freeze froze frozen|' +
  'grind ground|kneel knelt|lean leant|leap leapt|learn learnt|lend lent|light lit|mistake mistook mistaken|' +
  'overcome overcame|overhear overheard|overtake overtook overtaken|overthrow overthrew overthrown|prove proven|' +
  'ring rang rung|sew sewn|shine shone|show shown|shrink shrank shrunk|sink sank sunk|slide slid|slay slew slain|' +
  'sling slung|slink slunk|smell smelt|sneak snuck|sow sown|spell spelt|spill spilt|spin spun|spit spat|spoil spoilt|' +
  'spring sprang sprung|sting stung|stink stank stunk|stride strode stridden|string strung|strive strove striven|' +
  'sweep swept|swell swollen|swim swam swum|swing swung|tear tore torn|tread trod trodden|wake woke woken|' +
  'awake awoke awoken|weave wove woven|weep wept|withdraw withdrew withdrawn|withhold withheld|withstand withstood|' +
  'wring wrung|burn burnt|sell sold|dwell dwelt|undergo underwent undergone|undertake undertook undertaken|undo undid undone|' +
  'uphold upheld|bear bore borne|beat beaten|befall befell befallen|behold beheld|foresee foresaw foreseen|' +
  'rebuild rebuilt|retell retold|rewrite rewrote rewritten|shear shorn|can could|will would|shall should|' +
  'die died dying|tie tied tying|vie vied vying|let letting|set setting|put putting|cut cutting|hit hitting|' +
  'quit quitting|rid ridding|shut shutting|split splitting|spread spreading|cost costing|add added adding|' +
  'owe owed owing|use used using|agree agreeing|flee fleeing|free freeing|see seeing|age aged ageing|' +
  'program programmed programming|panic panicked panicking|picnic picnicked|lay laid laying|bid bidding bade|' +
  'babysit babysat|mislead misled|misunderstand misunderstood|outdo outdid outdone|outgrow outgrew outgrown|outshine outshone|' +
  'oversee oversaw overseen|redo redid redone|repay repaid|speed sped|interweave interwove interwoven|saw sawed sawn sawing|' +
  'overlay overlaid|frolic frolicked frolicking|debut debuted debuting|singe singed singeing|ebb ebbed ebbing|err erred erring|' +
  'awe awed awing|ache ached aching|pee peed peeing|tiptoe tiptoed tiptoeing|canoe canoed canoeing|untie untied untying|ski skied skis'

/** Nouns with irregular plurals, and words in -s that are no plurals. */
const NOUNS =
  'man men|woman women|child children|foot feet|tooth teeth|mouse mice|goose geese|ox oxen|wife wives|life lives|' +
  'knife knives|half halves|self selves|wolf wolves|thief thieves|loaf loaves|shelf shelves|calf calves|scarf scarves|' +
  'hoof hooves|elf elves|leaf leaves|person people|brother brethren|penny pence|die dice|crisis crises|basis bases|' +
  'thesis theses|analysis analyses|hypothesis hypotheses|phenomenon phenomena|criterion criteria|medium media|' +
  'datum data|bacterium bacteria|bus buses|virus viruses|bonus bonuses|campus campuses|census censuses|status statuses|' +
  'chorus choruses|circus circuses|genius geniuses|focus focuses|news|series|species|means|always|perhaps|besides|sometimes|upstairs|downstairs|' +
  'indoors|outdoors|afterwards|towards|backwards|forwards|headquarters|politics|physics|economics|mathematics|' +
  'athletics|ethics|gas gases|lens|chaos|atlas|alas|this these|that those|shoe shoes|toe toes|movie movies|tie ties|' +
  'lie lies|pie pies|cookie cookies|zombie zombies|policeman policemen|policewoman policewomen|gentleman gentlemen|' +
  'fisherman fishermen|businessman businessmen|spokesman spokesmen|spokeswoman spokeswomen|chairman chairmen|' +
  'frenchman frenchmen|englishman englishmen|quiz quizzes|canoe canoes|lens lenses|taxi taxis|menu menus|bureau bureaus|safari safaris|' +
  'kiwi kiwis|octopus octopuses|antivirus antiviruses|plus pluses|calorie calories|hoodie hoodies|selfie selfies|magpie magpies|' +
  'floe floes|axis|emphasis emphases|synthesis syntheses|neurosis neuroses|paralysis paralyses|synopsis synopses|antithesis antitheses|' +
  'nucleus nuclei|curriculum curricula|corpus corpora|ache aches|headache headaches|toothache toothaches|stomachache stomachaches|' +
  'backache backaches|earache earaches|mustache mustaches|moustache moustaches|niche niches|psyche psyches|housewife housewives|' +
  'midwife midwives|bookshelf bookshelves|sheaf sheaves|grandchild grandchildren|schoolchild schoolchildren|yourself yourselves|workman workmen|statesman statesmen|congressman congressmen|its|yes|thus'

/** Pronouns and the comparisons that no rule gives. */
const OTHERS =
  'good better best|bad worse worst|little less least|far farther farthest further furthest|many more most|' +
  'i me my mine myself|we us our ours ourselves|you your yours yourself yourselves|he him his himself|' +
  'she her hers herself|they them their theirs themselves|it its itself|who whom whose|a an|old older oldest elder eldest'

/** Common adjectives compared with -er and -est, whose forms look like other words in -er. */
const ADJECTIVES =
  'big bright brief bold broad calm cheap clean clear clever close cold cool dark dear deep dense dull fair fast few fierce ' +
  'fine firm fit flat fresh full grand grave great hard harsh hot kind large late light long loose loud low mild narrow near ' +
  'neat new nice pale plain poor proud pure quick quiet rare rich ripe rough round sad safe sharp short sick simple slight ' +
  'slim slow small smart smooth soft soon sore stern strange strict strong sweet swift tall tame thick thin tight tough true ' +
  'vague warm weak wet white wide wild wise young black red'

/** Words the rules of -ing, -ed and -s would cut, though nothing was added. */
const WHOLE =
  'thing nothing something anything everything king spring string morning evening ceiling during darling sibling ' +
  'wedding pudding sterling building red bed hundred sacred naked wicked shed sled indeed kindred hatred wing ' +
  'sing ring bring beijing nanjing chongqing being as has was bus plus us yes gas christmas jesus texas kansas arkansas ' +
  'dumpling seedling lightning offspring earring embed ethos pathos cosmos rhinoceros overseas nowadays whereas scissors trousers ' +
  'tweezers pajamas pyjamas pants jeans clothes crossroads corps sunglasses outskirts underpants shambles suds ' +
  'dallas james charles paris davos laos honduras netherlands philippines united'

/** Both spellings of a doubled or dropped letter in the comparison: big → bigger, large → larger, happy is for the rules. */
function compared(adjective: string): readonly string[] {
  const root = adjective.endsWith('e') ? adjective.slice(0, -1) : adjective
  const doubled = /^[^aeiou]+[aeiou][bdgmnt]$/.test(root) && root === adjective
  const stem = doubled ? root + root.slice(-1) : root
  return [`${stem}er`, `${stem}est`]
}

function table(): ReadonlyMap<string, string> {
  const lemmas = new Map<string, string>()
  const put = (form: string, lemma: string) => {
    if (!lemmas.has(form)) lemmas.set(form, lemma)
  }
  // The first word to claim a form has it: "left" is leave, "lay" is lie, "mine" is I.
  for (const word of WHOLE.split(' '))
    if (!['being', 'has', 'was', 'us'].includes(word)) put(word, word)
  for (const row of `${VERBS}|${OTHERS}|${NOUNS}`.split('|')) {
    const [lemma = '', ...forms] = row.split(' ')
    put(lemma, lemma)
    for (const form of forms) put(form, lemma)
  }
  for (const adjective of ADJECTIVES.split(' ')) {
    put(adjective, adjective)
    for (const form of compared(adjective)) put(form, adjective)
  }
  for (const vowelled of [
    'happy',
    'easy',
    'heavy',
    'early',
    'busy',
    'pretty',
    'angry',
    'lucky',
    'dirty',
    'funny',
    'healthy',
    'wealthy',
    'tiny',
    'mighty',
    'likely',
    'lonely',
    'friendly',
    'holy',
    'noisy',
    'lazy',
    'hungry',
    'dry',
  ])
    put(`${vowelled.slice(0, -1)}ier`, vowelled)
  return lemmas
}

/** Form → lemma for whatever spelling rules do not give; lemmas among them point to themselves. */
export const IRREGULAR: ReadonlyMap<string, string> = table()
