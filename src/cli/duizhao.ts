import process from 'node:process'
import { DETAIL_OPTIONS, saidIn } from './deckDetails.ts'
import { Complaint } from './inputFile.ts'

const HELP = `Usage: npm run -s duizhao -- COMMAND

  align ZH EN                    align two texts; prints JSON: segments, beads, confidence
  align --segmented ZH EN        the same for files that hold one segment a line
  align --segmented --time ZH EN adds segmentsPerSecond, measured warm
  check ZH EN                    what looks wrong in a translation, as JSON: zh, en, kind, reason
  check --segmented ZH EN        the same for files that hold one segment a line
  deck FILE [FILE]               the deck file that one bilingual file, or two files, make
  deck FILE [FILE] -o OUT.json   the same as a file; one that stands there counts its revision up
  deck --batch DIR -o OUT        a deck of every file in a folder, or of every two named a.zh.txt and a.en.txt,
                                 on all cores; goes on where it was stopped
  deck --check FILE              what the format and the levelling think of a deck file, in sentences
  deck --learning en FILE [FILE] the same, its terms for a learner of English, with their dictionary form
  convert FILE [FILE] OUT        the same deck as a file, in the format that OUT ends in: .json .csv .tsv .tmx,
                                 .apkg (Anki), .txt (Anki text), .pleco.txt; rows of a table stay pairs
  words FILE                     the words of each line, two spaces between them
  read FILE                      the readings of each line, a JSON array of numbered syllables
  read --spoken FILE             the same with the tones they have beside each other
  script --to traditional FILE   its lines in the other script; --to simplified the other way
  english FILE                   the words of each line of English, a JSON array: lemma, part of speech,
                                 sound, level, Chinese equivalents, the phrase a word belongs to
  --help                         this page

Files may be text in any usual encoding; deck and convert also read CSV, TSV, HTML, Markdown, decks and what
convert writes as .json, .csv, .tsv and .tmx. Both take what is to be said of the deck: --title "中文 | English",
--author, --translator, --source, --date, --licence, --level "HSK 4 · B1", each with its words after it.
`

/** Told apart from the operands: `--name`. */
interface Arguments {
  readonly flags: ReadonlySet<string>
  readonly operands: readonly string[]
  /** Of options with a value: `--learning en`. */
  readonly values: ReadonlyMap<string, string>
}

/** Of a deck that is made. */
const MAKING = ['--learning', ...DETAIL_OPTIONS]
/** Options that the next word is the value of. */
const VALUED: ReadonlySet<string> = new Set([...MAKING, '--to', '--batch', '--out'])
/** What was guessed on the way. */
const tell = (sentence: string) => void process.stderr.write(`duizhao: ${sentence}\n`)

/** Each command: what it may be given, and what it prints. Loaded when asked for: the dictionary is only read when needed. */
const COMMANDS: Readonly<Record<string, (given: Arguments) => Promise<string>>> = {
  async align(given) {
    const [zh, en] = operandsOf('align', given, 2, 2, ['--segmented', '--time'])
    const segmented = given.flags.has('--segmented')
    const time = given.flags.has('--time')
    if (time && !segmented) throw new Complaint('--time goes with --segmented.')
    const { align } = await import('./align.ts')
    return align(zh!, en!, { segmented, time })
  },
  async check(given) {
    const [zh, en] = operandsOf('check', given, 2, 2, ['--segmented'])
    const { check } = await import('./check.ts')
    return check(zh!, en!, given.flags.has('--segmented'))
  },
  async deck(given) {
    if (given.flags.has('--check')) {
      const [file] = operandsOf('deck --check', given, 1, 1, ['--check'])
      const { checkDeck } = await import('./checkDeck.ts')
      return checkDeck(file!)
    }
    const [folder, out] = [given.values.get('--batch'), given.values.get('--out')]
    const said = saidIn(given.values)
    if (folder !== undefined) {
      operandsOf('deck --batch', given, 0, 0, ['--batch', '--out', ...MAKING])
      if (out === undefined) throw new Complaint('deck --batch DIR needs -o OUT, a folder.')
      const { batch } = await import('./batch.ts')
      return batch(folder, out, said, tell)
    }
    const files = operandsOf('deck', given, 1, 2, ['--check', '--out', ...MAKING])
    const { deck, deckInto } = await import('./deck.ts')
    return out === undefined ? deck(files, said, tell) : deckInto(files, out, said, tell)
  },
  async convert(given) {
    const files = operandsOf('convert', given, 2, 3, MAKING)
    const { convert } = await import('./convert.ts')
    await convert(files, saidIn(given.values), tell)
    return ''
  },
  async words(given) {
    const [file] = operandsOf('words', given, 1, 1, [])
    const { words } = await import('./words.ts')
    return words(file!)
  },
  async read(given) {
    const [file] = operandsOf('read', given, 1, 1, ['--spoken'])
    const { read } = await import('./read.ts')
    return read(file!, given.flags.has('--spoken'))
  },
  async script(given) {
    const [file] = operandsOf('script', given, 1, 1, ['--to'])
    const to = (['traditional', 'simplified'] as const).find(
      (one) => one === given.values.get('--to'),
    )
    if (to === undefined) throw new Complaint('script takes --to traditional or --to simplified.')
    const { script } = await import('./script.ts')
    return script(file!, to)
  },
  async english(given) {
    const [file] = operandsOf('english', given, 1, 1, [])
    const { english } = await import('./english.ts')
    return english(file!)
  },
}

/**
 * The operands of a command.
 *
 * @throws Complaint when there are too few or too many, or a flag it does not know
 */
function operandsOf(
  command: string,
  { flags, operands }: Arguments,
  least: number,
  most: number,
  known: readonly string[],
): readonly string[] {
  const unknown = [...flags].find((flag) => !known.includes(flag))
  if (unknown !== undefined) throw new Complaint(`${command} has no option ${unknown}.`)
  if (operands.length < least || operands.length > most) {
    const wanted = least === most ? String(least) : `${least} or ${most}`
    throw new Complaint(
      `${command} takes ${wanted} file${most === 1 ? '' : 's'}, not ${operands.length}.`,
    )
  }
  return operands
}

async function run(words: readonly string[]): Promise<string> {
  const [name = '', ...rest] = words
  if (words.some((word) => word === '--help' || word === '-h') || name === 'help') return HELP
  if (name === '') throw new Complaint('Say what to do; --help lists the commands.')
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!command) throw new Complaint(`There is no command ${name}; --help lists them.`)
  const flags = new Set<string>()
  const operands: string[] = []
  const values = new Map<string, string>()
  for (let at = 0; at < rest.length; at++) {
    const word = rest[at] === '-o' ? '--out' : rest[at]!
    if (!word.startsWith('--')) {
      operands.push(word)
      continue
    }
    const equals = word.indexOf('=')
    const option = equals < 0 ? word : word.slice(0, equals)
    const value = equals < 0 ? VALUED.has(word) && rest[++at] : word.slice(equals + 1)
    flags.add(option)
    if (value === undefined) throw new Complaint(`${option} needs a value after it.`)
    if (value !== false) values.set(option, value)
  }
  return command({ flags, operands, values })
}

// Whoever reads may have seen enough: `… | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

try {
  process.stdout.write(await run(process.argv.slice(2)))
} catch (error) {
  if (!(error instanceof Complaint)) throw error
  process.stderr.write(`duizhao: ${error.message}\n`)
  process.exitCode = 2
}
