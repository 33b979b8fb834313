import { computed, shallowRef } from 'vue'
import type { Issue } from '../../domain/errors.ts'
import type { NoteTypeColumns, Source } from '../../domain/text/layoutTypes.ts'
import type { LanguageClient } from '../../worker/language/client.ts'
import type { Clip } from '../../worker/language/protocol.ts'

/** What was read, before its shape is known. */
export interface Taken {
  readonly source: Source
  readonly encodings: readonly string[]
  readonly issues: readonly Issue[]
}

/** What somebody put in, as it came. */
type Given = ({ readonly files: readonly File[] } | { readonly clip: Clip }) & {
  /** The address it comes from. */
  readonly origin?: string
}

/** How the learner says that it is to be read; guessed where they do not. */
export interface How {
  readonly encoding?: string
  /** What sets the cells of a table apart. */
  readonly delimiter?: string
  /** What the fields of notes are. */
  readonly noteTypes?: NoteTypeColumns
  /** Of each book, the chapters that are wanted. */
  readonly chapters?: readonly (readonly number[])[]
}

export type Read = (
  client: LanguageClient,
  signal: AbortSignal,
) => ReturnType<LanguageClient['readFiles']>

/** What was put in, kept so that it can be read again in another way. A part of the import store. */
export function whatWasGiven(take: (read: Read) => Promise<void>) {
  const given = shallowRef<Given | null>(null)
  let how: How = {}

  const forget = () => {
    given.value = null
    how = {}
  }

  /** It is at hand from the moment it is read: what was before is forgotten then. */
  async function read(wanted: Given, inThisWay: How): Promise<void> {
    try {
      await take((client, signal) => {
        given.value = wanted
        how = inThisWay
        return readGiven(client, wanted, inThisWay, signal)
      })
    } catch (error) {
      if (given.value === wanted) forget()
      throw error
    }
  }

  async function again(wanted: How): Promise<void> {
    if (given.value !== null) await read(given.value, { ...how, ...wanted })
  }

  /** What the screen may do with it. */
  const controls = {
    /** @param origin the address it comes from */
    takeClip: (clip: Clip, origin = '') => read({ clip, ...(origin && { origin }) }, {}),
    takeFiles: (files: readonly File[], encoding?: string) =>
      read({ files }, encoding === undefined ? {} : { encoding }),
    /** A deck that was fetched; its address is followed from then on. */
    takeDeckFrom: (origin: string, file: File) => read({ files: [file], origin }, {}),
    /** Reads the same files again, in the encoding the learner says they have. */
    readAs: (encoding: string) => again({ encoding }),
    /** Reads the same table again, cut where the learner says. */
    splitAt: (delimiter: string) => again({ delimiter }),
    /** Reads the same notes again, their fields being what the learner says. */
    readNotesAs: (noteTypes: NoteTypeColumns) => again({ noteTypes }),
    /** Reads only these chapters of the same books. */
    readChapters: (chapters: readonly (readonly number[])[]) => again({ chapters }),
    canReadAgain: computed(() => given.value !== null),
  }
  const hasFiles = computed(() => given.value !== null && 'files' in given.value)
  return { controls, hasFiles, forget }
}

async function readGiven(
  client: LanguageClient,
  given: Given,
  how: How,
  signal: AbortSignal,
): ReturnType<LanguageClient['readFiles']> {
  const { origin } = given
  const read = await readWhole(client, given, how, signal)
  if (read.value === null || origin === undefined) return read
  return { ...read, value: { ...read.value, source: { ...read.value.source, origin } } }
}

async function readWhole(
  client: LanguageClient,
  given: Given,
  how: How,
  signal: AbortSignal,
): ReturnType<LanguageClient['readFiles']> {
  if ('files' in given) return await client.readFiles(await bytesOf(given.files, how), signal)
  const { delimiter } = how
  const split = delimiter === undefined ? {} : { delimiter }
  return await client.thread.readClip({ ...given.clip, ...split }, signal)
}

/** Files as the language thread reads them, in the way the learner says they are to be read. */
const bytesOf = (files: readonly File[], { chapters, ...how }: How) =>
  Promise.all(
    files.map(async (file, at) => {
      const own = chapters?.[at]
      return {
        name: file.name,
        bytes: new Uint8Array(await file.arrayBuffer()),
        ...how,
        ...(own === undefined ? {} : { chapters: own }),
      }
    }),
  )
