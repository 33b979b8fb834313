import { access, open } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Deck, Side } from '../domain/model.ts'
import { notesOfDeck } from '../domain/notes/notesOfDeck.ts'
import { WRITERS, type Writer, writerNamed } from '../formats/write/table.ts'
import { readDeckOf } from './deck.ts'
import type { Said } from './deckDetails.ts'
import { Complaint } from './inputFile.ts'
import { revised } from './revised.ts'
import { writeWhole } from './wholeFile.ts'

/**
 * Reads one bilingual file, or two, and writes what it holds in the format that the name of the last file ends in. Pairs
 * that somebody made stay as they are.
 *
 * @param note is told what was guessed on the way, a sentence at a time
 * @throws Complaint when a file cannot be used; nothing is written then
 */
export async function convert(
  files: readonly string[],
  said: Said,
  note: (sentence: string) => void,
): Promise<void> {
  const [out = '', inputs] = [files.at(-1), files.slice(0, -1)]
  const writer = writerNamed(out)
  if (writer === null) {
    const endings = WRITERS.map(({ ending }) => ending).join(', ')
    throw new Complaint(`${out} ends in none of ${endings}.`)
  }
  await refuseToOverwrite(out, inputs)
  const deck = await readDeckOf(inputs, said, note, true)
  await write(out, await contentOf(writer, deck, said.learning, out))
}

async function contentOf(
  writer: Writer,
  deck: Deck,
  learning: Side,
  out: string,
): Promise<string | Uint8Array> {
  if (writer.of === 'deck')
    return writer.write(writer.ending === '.json' ? await revised(deck, out) : deck)
  const now = Date.now()
  const notes = notesOfDeck(deck, learning, now)
  if (writer.of === 'notes') {
    const text = writer.write(notes)
    if (text === '') throw new Complaint(`There is no Chinese word to write into ${out}.`)
    return text
  }
  const { packageOfNew } = await import('./ankiPackage.ts')
  return packageOfNew(notes, now)
}

/** What a text begins with that we wrote: only such a one is written over, since texts are what is put in as well. */
const OWN_TEXT = /^(?:#separator:tab\n#html:true\n#guid column|\/\/Duizhao\/)/

async function refuseToOverwrite(out: string, inputs: readonly string[]): Promise<void> {
  if (inputs.some((file) => resolve(file) === resolve(out)))
    throw new Complaint(`${out} is read and cannot be written as well; give another name.`)
  if (!/\.txt$/i.test(out)) return
  const isThere = await access(out).then(
    () => true,
    () => false,
  )
  if (isThere && !OWN_TEXT.test(await beginningOf(out)))
    throw new Complaint(`${out} is there already and holds another text; give another name.`)
}

async function beginningOf(file: string): Promise<string> {
  const handle = await open(file).catch(() => null)
  if (handle === null) return ''
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(80), 0, 80, 0)
    return buffer.subarray(0, bytesRead).toString()
  } finally {
    await handle.close()
  }
}

async function write(file: string, content: string | Uint8Array): Promise<void> {
  try {
    await writeWhole(file, content)
  } catch (cause) {
    throw new Complaint(`${file} cannot be written.`, { cause })
  }
}
