/**
 * Makes v1Database.json, v1Backup.duizhao, v1BackupPhone.duizhao and v1Anchors.json: what version 0.1.0 wrote to disk and
 * into files. Its own code writes them, so this runs only beside a checkout of 0.1.0, and nobody needs to run it again:
 *
 *     npx tsx tests/golden/makeV1.mjs <checkout of 0.1.0>
 *
 * A laptop learns from eight small texts, a phone takes its backup over, and then both go on and edit the same articles.
 * v1Database.json is the laptop's disk at the end, v1Backup its backup, v1BackupPhone the phone's. v1Anchors.json says
 * where 0.1.0 found every anchor of both.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const checkout = process.argv[2]
if (checkout === undefined) throw new Error('which checkout of 0.1.0?')
const at = (path) => import(pathToFileURL(resolve(checkout, path)).href)
const requireThere = createRequire(resolve(checkout, 'package.json'))
await import(pathToFileURL(requireThere.resolve('fake-indexeddb/auto')).href)

const { openStorage } = await at('src/storage/database.ts')
const { commitImport, firstRevisions, updateDeck } = await at('src/storage/importing.ts')
const { editArticle, undoEdit } = await at('src/storage/editing.ts')
const { deleteArticle, forgetDeleted } = await at('src/storage/deletion.ts')
const { readArticle, settleDoubt } = await at('src/storage/articles.ts')
const { addNotes, deleteNote, editNote } = await at('src/storage/notes.ts')
const { appendEntries, sealPending } = await at('src/storage/reviewLog.ts')
const { changeLearner, markKnown, writeSetting } = await at('src/storage/settings.ts')
const { restoreBackup, saveBackup } = await at('src/storage/backup.ts')
const { loadState, saveImage } = await at('src/storage/memoryImage.ts')
const { putDraft } = await at('src/storage/drafts.ts')
const { readOwnReadings } = await at('src/storage/ownReadings.ts')
const { deckToDraft } = await at('src/domain/deck.ts')
const { offersOf, sentenceNote } = await at('src/domain/notes.ts')
const { repairArticle } = await at('src/domain/repairArticle.ts')
const { currentTexts } = await at('src/domain/places.ts')
const { locate } = await at('src/domain/anchors.ts')
const { DEFAULT_SRS_SETTINGS } = await at('src/domain/srs/settings.ts')

const DAY = 86_400_000
const clock = { now: 1_772_000_000_000 }
const random = (seed) => () => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
  return seed / 2 ** 32
}
const open = (name, seed) =>
  openStorage({ name, now: () => (clock.now += 1_000), random: random(seed), channel: null })
const laptop = await open('duizhao', 7)

// ---------------------------------------------------------------- texts

/** Beads of a text, `|` before the first of a paragraph; the confidence the aligner may have given. */
const bridge = [
  ['|老桥边的早市', 'The morning market by the old bridge'],
  ['|天还没亮，桥边已经亮起了灯。', 'It is still dark, yet lamps are already lit by the bridge.'],
  ['卖豆腐的阿姨每天四点起床。', 'The aunt who sells tofu gets up at four every day.', 0.81],
  [
    '她说豆腐不等人，客人也不等人。',
    'Tofu does not wait, she says, and neither do customers.',
    0.97,
  ],
  ['|八点以后，早市慢慢安静下来。', 'After eight the market slowly falls quiet.', 0.99],
  [
    '𠮷先生收好秤，骑车过桥回家。',
    'Mr Ji packs up his scales and cycles home across the bridge.',
    0.93,
  ],
  ['桥下的水还是那么慢。', 'The water under the bridge is as slow as ever.', 0.9],
]
const library = [
  ['|图书馆的夜班', 'The night shift at the library'],
  ['|夜里的图书馆只有三个人。', 'At night there are only three people in the library.', 0.98],
  ['一个人在写论文，一个人在睡觉。', 'One is writing a thesis, one is asleep.', 0.88],
  [
    '第三个人是管理员，他在修一本旧词典。',
    'The third is the librarian, who is mending an old dictionary.',
    0.94,
  ],
  ['他说书比人更怕潮湿。', 'Books fear the damp more than people do, he says.', 0.96],
  ['|窗外下着小雨。', 'A light rain is falling outside.', 0.99],
  ['雨水从桥上流下来。', 'Rain runs down from the bridge.', 0.62],
  ['快到早上的时候，大家一起喝了热茶。', 'Towards morning they all drank hot tea together.', 0.95],
]
const orchard = [
  ['|果园里的梯子', 'The ladder in the orchard'],
  ['|梯子靠在最老的苹果树上。', 'The ladder leans against the oldest apple tree.', 0.97],
  ['爷爷不让我们爬到最上面。', 'Grandfather does not let us climb to the very top.', 0.95],
  ['最上面的苹果留给小鸟。', 'The apples at the very top are for the birds.', 0.91],
]
const ferry = [
  ['|末班渡船', 'The last ferry'],
  ['|末班渡船十点离开码头。', 'The last ferry leaves the pier at ten.', 0.97],
  ['船长认识每一位乘客。', 'The captain knows every passenger.', 0.96],
]
const kite = [
  ['|风筝', 'The kite'],
  ['|风筝挂在电线上，已经三天了。', 'The kite has hung on the wire for three days.', 0.96],
  ['孩子们每天都去看它。', 'The children go and look at it every day.', 0.94],
]
const clockmaker = [
  ['|修表的人', 'The watchmaker'],
  ['|他的店里没有一块表走得一样快。', 'No two watches in his shop keep the same time.', 0.92],
  [
    '“时间不重要，”他说，“重要的是声音。”',
    '“Time does not matter,” he says. “What matters is the sound.”',
    0.9,
  ],
]
const tea1 = [
  ['|茶馆', 'The teahouse'],
  ['|茶馆门口有一棵大树。', 'There is a big tree in front of the teahouse.'],
  ['老板给每位客人倒一杯热茶。', 'The owner pours every customer a cup of hot tea.'],
]
const tea2 = [
  ['|茶馆', 'The teahouse'],
  [
    '|茶馆门口有一棵三百年的大树。',
    'In front of the teahouse stands a big tree, three hundred years old.',
  ],
  ['老板给每位客人倒一杯热茶。', 'The owner pours every customer a cup of hot tea.'],
  ['没有人急着离开。', 'Nobody is in a hurry to leave.'],
]

const TERMS = {
  桥: ['bridge', 'qiao2', ['bridge'], 'word', { hsk2021: 3 }],
  早市: ['market', 'zao3 shi4', ['morning market'], 'word', {}],
  豆腐: ['tofu', 'dou4 fu5', ['tofu', 'bean curd'], 'word', { hsk2021: 4, hsk2: 5 }],
  𠮷先生: ['Mr Ji', 'Ji2 xian1 sheng5', [], 'name', {}],
  图书馆: ['library', 'tu2 shu1 guan3', ['library'], 'word', { hsk2021: 1, cefr: 'A1' }],
  词典: ['dictionary', 'ci2 dian3', ['dictionary'], 'word', { hsk2021: 2 }],
  热茶: ['hot tea', 're4 cha2', ['hot tea'], 'phrase', {}],
  雨: ['rain', 'yu3', ['rain'], 'word', { hsk2021: 1 }],
  梯子: ['ladder', 'ti1 zi5', ['ladder'], 'word', { hsk2021: 6 }],
  渡船: ['ferry', 'du4 chuan2', ['ferry'], 'word', {}],
  船长: ['captain', 'chuan2 zhang3', ['captain'], 'word', { hsk2021: 6 }],
  风筝: ['kite', 'feng1 zheng5', ['kite'], 'word', { hsk2021: 7 }],
  表: ['watches', 'biao3', ['wrist watch'], 'word', { hsk2021: 2 }],
  客人: ['customer', 'ke4 ren2', ['guest', 'customer'], 'word', { hsk2021: 2 }],
  大树: ['big tree', 'da4 shu4', ['big tree'], 'phrase', {}],
}

function deckOf(beads, names, id, revision) {
  return {
    format: 'duizhao-deck',
    version: 1,
    id,
    revision,
    title: { zh: beads[0][0].replace('|', ''), en: beads[0][1] },
    level: '',
    provenance: {
      source: 'written for a test',
      author: 'Duizhao',
      translator: id.startsWith('deck') ? 'Duizhao' : '',
      date: '2026-02-25',
      licence: 'MIT',
    },
    beads: beads.map(([zh, en, confidence]) => ({
      ...(zh.startsWith('|') ? { paragraph: true } : {}),
      zh: zh.replace('|', ''),
      en,
      ...(confidence === undefined ? {} : { confidence }),
    })),
    terms: names.map((zh) => {
      const [en, reading, gloss, kind] = TERMS[zh]
      return { zh, en, reading, gloss, kind }
    }),
  }
}

function articleOf(disk, beads, names, deck) {
  const file = deckOf(beads, names, deck?.id ?? 'x', deck?.revision ?? 1)
  const { texts, terms, ...draft } = deckToDraft(file)
  const levelled = terms.map((term) => ({ ...term, level: TERMS[term.zh][4] }))
  const article = {
    ...draft,
    id: deck?.id ?? disk.newId(),
    addedAt: disk.now(),
    provenance: file.provenance,
    revision: { zh: 0, en: 0 },
    terms: levelled,
    ...(deck === undefined ? {} : { deckRevision: deck.revision }),
  }
  return { article, texts }
}

/** Imports a text with all its terms and those sentences whose numbers are given. */
async function learn(disk, beads, names, { deck, sentences = [], learning = 'zh' } = {}) {
  const { article, texts } = articleOf(disk, beads, names, deck)
  const offers = offersOf(article, texts, learning, disk.now())
  const picked = [...offers.terms, ...sentences.map((i) => offers.sentences[i])]
  await commitImport(disk, article, firstRevisions(article.id, texts), picked)
  return { id: article.id, notes: picked.map(({ id }) => id) }
}

async function repair(disk, id, bead, what) {
  const { article, revisions } = await readArticle(disk, id)
  return await editArticle(disk, article, repairArticle(article, revisions, bead, what))
}

// ---------------------------------------------------------------- reviews

const answered = new Map()
async function answer(disk, card, rating, phase, intervalDays) {
  const studyDay = Math.floor(clock.now / DAY)
  const drafts = [
    {
      type: 'answer',
      card,
      rating,
      tookMs: 2_000 + (clock.now % 7) * 900,
      utcOffset: 60,
      rolloverHour: 4,
      studyDay,
      phase,
      remaining: phase === 'review' ? 0 : 1,
      intervalSeconds: phase === 'review' ? intervalDays * 86_400 : 600,
      dueAt: phase === 'review' ? null : clock.now + 600_000,
      dueDay: phase === 'review' ? studyDay + intervalDays : null,
      weights: 'default',
      model: 'fsrs-6',
      previous: answered.get(`${disk.name} ${card}`) ?? null,
    },
  ]
  const [entry] = await appendEntries(disk, drafts)
  answered.set(`${disk.name} ${card}`, entry.id)
  return entry
}

const write = (disk, ...drafts) => appendEntries(disk, drafts)
const reading = (note) => `${note}.read.zh-en`

// ---------------------------------------------------------------- the laptop

await changeLearner(laptop, {
  welcomed: true,
  learning: 'zh',
  language: 'en',
  hsk: 2,
  newPerDay: 9,
})
const market = await learn(laptop, bridge, ['桥', '早市', '豆腐', '客人', '𠮷先生'], {
  sentences: [1, 2, 5],
})
const deck = { id: 'deck-teahouse', revision: 1 }
const teahouse = await learn(laptop, tea1, ['客人', '热茶', '大树'], { deck, sentences: [1, 2] })
const night = await learn(laptop, library, ['图书馆', '词典', '雨', '桥', '热茶'], {
  sentences: [1, 3, 4, 6],
})
const trees = await learn(laptop, orchard, ['梯子'], { sentences: [1, 3] })
const boat = await learn(laptop, ferry, ['渡船', '船长'], { sentences: [1] })
const wire = await learn(laptop, kite, ['风筝'], { sentences: [2] })
const watches = await learn(laptop, clockmaker, ['表'], { learning: 'en', sentences: [1, 2] })

await changeLearner(laptop, {
  theme: 'dark',
  pinyin: 'on',
  articleLimits: { [market.id]: { newPerDay: 3 }, [deck.id]: { reviewsPerDay: 20 } },
  easyDates: { '2026-03-01': 0.5 },
})
await writeSetting(laptop, 'lastScreen', { name: 'library', sort: 'newest' })
await markKnown(laptop, 'zh', ['天', '灯', '每天', '窗外'], true)
await markKnown(laptop, 'zh', ['灯'], false)
await markKnown(laptop, 'en', ['quiet', 'constructor'], true)

const cards = [market, teahouse, night, watches].flatMap(({ notes }) => notes).map(reading)
for (let round = 0; round < 22; round++) {
  for (const card of cards) {
    const rating = ['good', 'easy', 'good', 'hard', 'again'][(round * 7 + card.charCodeAt(4)) % 5]
    const phase = rating === 'again' ? 'relearning' : round === 0 ? 'learning' : 'review'
    await answer(laptop, card, rating, phase, 1 + round * 2)
  }
  clock.now += DAY
}
const [flag] = await write(laptop, { type: 'flag', card: cards[0], flag: 3 })
await write(laptop, { type: 'void', entry: flag.id }, { type: 'flag', card: cards[1], flag: 2 })
await write(
  laptop,
  {
    type: 'weights',
    model: 'fsrs-6',
    weights: DEFAULT_SRS_SETTINGS.weights,
  },
  { type: 'suspend', card: cards[2] },
  { type: 'unsuspend', card: cards[2] },
  { type: 'bury', card: cards[3], untilDay: Math.floor(clock.now / DAY) + 1 },
  { type: 'unbury', card: cards[3] },
  { type: 'setDue', card: cards[4], dueDay: Math.floor(clock.now / DAY) + 9 },
  { type: 'reset', card: cards[5] },
)
await sealPending(laptop)
const late = await answer(laptop, cards[6], 'again', 'relearning', 1)
await write(laptop, { type: 'void', entry: late.id })
await answer(laptop, cards[7], 'good', 'review', 30)

// An article repaired: one side typed at twice, once undone; beads merged and confirmed; a sentence lost, so that its
// card is suspended.
await repair(laptop, night.id, 2, {
  do: 'edit',
  side: 'zh',
  text: '一个人在写论文，另一个人在睡觉。',
})
const second = await repair(laptop, night.id, 4, {
  do: 'edit',
  side: 'zh',
  text: '他常常说，书比人更怕潮湿。',
})
await undoEdit(laptop, second)
await repair(laptop, night.id, 5, { do: 'merge' })
await repair(laptop, night.id, 2, { do: 'confirm' })
await repair(laptop, night.id, 1, {
  do: 'edit',
  side: 'en',
  text: 'At night, only three people are left in the library.',
})
await settleDoubt(laptop, night.id, 'numbers 3', true)
await settleDoubt(laptop, night.id, 'length 5', true)
await settleDoubt(laptop, night.id, 'length 5', false)
await repair(laptop, market.id, 5, { do: 'edit', side: 'zh', text: '没人知道谁先走。' })
await repair(laptop, market.id, 2, {
  do: 'edit',
  side: 'zh',
  text: '卖豆腐的阿姨，每天四点就起床。',
})

// A newer deck file.
const newer = articleOf(laptop, tea2, ['客人', '热茶', '大树'], { id: deck.id, revision: 2 })
await updateDeck(laptop, newer.article, newer.texts)

// What the learner wrote over notes; one deleted; a clause learnt by itself, after the edits.
await editNote(laptop, market.notes[2], { gloss: ['tofu (what the aunt sells)'] })
await editNote(laptop, market.notes[1], { reading: 'zao3 shi5', counterparts: ['early market'] })
await deleteNote(laptop, market.notes[3])
await deleteNote(laptop, teahouse.notes[3])
const now = await readArticle(laptop, night.id)
const texts = currentTexts(now.revisions)
const clause = texts.zh.indexOf('他在修一本旧词典')
const part = sentenceNote(
  now.article,
  texts,
  { start: clause, end: clause + 8 },
  'zh',
  laptop.now(),
)
await addNotes(laptop, [part])

// One article deleted and given up, one deleted that can still come back.
await deleteArticle(laptop, boat.id)
clock.now += DAY
await forgetDeleted(laptop, clock.now)
await deleteArticle(laptop, trees.id)
await putDraft(laptop, 'draft-1', {
  step: 'texts',
  texts: { zh: '还没有写完。', en: 'Not finished yet.' },
})

// ---------------------------------------------------------------- the phone takes over, and both go on

const phone = await open('phone', 99)
await restoreBackup(phone, (await saveBackup(laptop)).bytes)
await changeLearner(phone, { theme: 'light' })
await markKnown(phone, 'zh', ['早上'], true)
await repair(phone, market.id, 1, {
  do: 'edit',
  side: 'zh',
  text: '天还没有亮，桥边已经亮起了一盏灯。',
})
await repair(phone, wire.id, 1, {
  do: 'edit',
  side: 'zh',
  text: '那只风筝挂在电线上，已经三天了。',
})
await editNote(phone, market.notes[0], { gloss: ['bridge (over the slow water)'] })
await answer(phone, cards[0], 'good', 'review', 44)
clock.now += 3_600_000
await repair(laptop, market.id, 4, {
  do: 'edit',
  side: 'zh',
  text: '八点一过，早市就慢慢安静下来了。',
})
await repair(laptop, wire.id, 2, {
  do: 'edit',
  side: 'en',
  text: 'Every day the children go and look at it.',
})
await repair(laptop, wire.id, 1, { do: 'merge' })
await answer(laptop, cards[0], 'hard', 'review', 20)

await readOwnReadings(laptop)
await saveImage(laptop, await loadState(laptop, DEFAULT_SRS_SETTINGS))

// ---------------------------------------------------------------- what is kept

const ofBytes = (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** A value as JSON: typed arrays, maps, sets and numbers JSON lacks under the name of their type. */
function encoded(value) {
  if (typeof value === 'number' && !Number.isFinite(value))
    return { $: 'number', value: String(value) }
  if (typeof value === 'bigint') return { $: 'bigint', value: String(value) }
  if (typeof value !== 'object' || value === null) return value
  if (ArrayBuffer.isView(value))
    return { $: value.constructor.name, base64: ofBytes(value).toString('base64') }
  if (value instanceof Map)
    return { $: 'Map', entries: [...value].map((pair) => pair.map(encoded)) }
  if (value instanceof Set) return { $: 'Set', values: [...value].map(encoded) }
  if (Array.isArray(value)) return value.map(encoded)
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, encoded(one)]))
}

async function dump(disk) {
  const database = await disk.connection()
  const stores = {}
  for (const name of database.objectStoreNames) {
    const keys = await database.getAllKeys(name)
    const values = await database.getAll(name)
    stores[name] = keys.map((key, i) => ({ key, value: encoded(values[i]) }))
  }
  return { version: database.version, stores }
}

/** Where 0.1.0 finds the anchors of an article's notes; of a deleted one those it would give back. */
async function anchorsOf(disk) {
  const database = await disk.connection()
  const found = []
  const records = await database.getAll('articles')
  const notes = (await database.getAll('notes')).map(({ note }) => note)
  for (const { id, article, taken } of records) {
    const source = await readArticle(disk, id)
    const back = new Map((taken?.terms ?? []).map((term) => [term.note, term.contexts]))
    for (const note of notes) {
      const contexts =
        note.kind === 'term'
          ? (back.get(note.id) ?? note.contexts).map(({ zh, en }) => ({ zh, en }))
          : [{ zh: null, en: null, [note.learning]: note.anchor }]
      for (const context of contexts) {
        for (const side of ['zh', 'en']) {
          const anchor = context[side]
          if (anchor === null || anchor.article !== id) continue
          const range = locate(anchor, source.revisions)
          const text = range && currentTexts(source.revisions)[side].slice(range.start, range.end)
          const isGone = note.deletedAt !== undefined && !taken?.sentences.includes(note.id)
          const state = isGone ? 'deleted' : article.deletedAt === undefined ? 'alive' : 'hidden'
          const { quote } = anchor
          found.push({
            note: note.id,
            kind: note.kind,
            learning: note.learning,
            state,
            article: id,
            contentHash: article.contentHash,
            deck: article.deckRevision ?? null,
            side,
            quote,
            range,
            text,
          })
        }
      }
    }
  }
  return found
}

const here = import.meta.dirname
mkdirSync(here, { recursive: true })
const json = (value) => `${JSON.stringify(value, null, 1)}\n`
writeFileSync(resolve(here, 'v1Database.json'), `${JSON.stringify(await dump(laptop))}\n`)
writeFileSync(resolve(here, 'v1Backup.duizhao'), (await saveBackup(laptop)).bytes)
writeFileSync(resolve(here, 'v1BackupPhone.duizhao'), (await saveBackup(phone)).bytes)
writeFileSync(
  resolve(here, 'v1Anchors.json'),
  json({ laptop: await anchorsOf(laptop), phone: await anchorsOf(phone) }),
)
await laptop.close()
await phone.close()
