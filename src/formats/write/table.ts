import type { Deck } from '../../domain/model.ts'
import type { NoteHere } from '../../domain/notes/noteHere.ts'
import { writeDeck } from '../deckFile.ts'
import { writeAnkiText } from './ankiText.ts'
import { writeCsv, writeTsv } from './delimited.ts'
import { writePleco } from './pleco.ts'
import { writeTmx } from './tmx.ts'

interface Named {
  /** How the name of such a file ends, lower case. */
  readonly ending: string
  readonly mediaType: string
}

/** Hands an article on: its pairs and its terms. */
export interface DeckWriter extends Named {
  readonly id: 'deck' | 'csv' | 'tsv' | 'tmx'
  readonly of: 'deck'
  readonly write: (deck: Deck) => string
}

/** Hands on what is learnt. */
export interface NotesWriter extends Named {
  readonly id: 'pleco' | 'ankiText'
  readonly of: 'notes'
  readonly write: (notes: readonly NoteHere[]) => string
}

/** Anki's package holds notes with their memory; it is large, and its writer is loaded by whoever writes one. */
export interface PackageWriter extends Named {
  readonly id: 'anki'
  readonly of: 'package'
}

export type Writer = DeckWriter | NotesWriter | PackageWriter

/** Every format we write. */
export const WRITERS: readonly Writer[] = [
  { id: 'deck', of: 'deck', ending: '.json', mediaType: 'application/json', write: writeDeck },
  { id: 'csv', of: 'deck', ending: '.csv', mediaType: 'text/csv', write: writeCsv },
  {
    id: 'tsv',
    of: 'deck',
    ending: '.tsv',
    mediaType: 'text/tab-separated-values',
    write: writeTsv,
  },
  { id: 'tmx', of: 'deck', ending: '.tmx', mediaType: 'application/x-tmx+xml', write: writeTmx },
  { id: 'anki', of: 'package', ending: '.apkg', mediaType: 'application/octet-stream' },
  { id: 'pleco', of: 'notes', ending: '.pleco.txt', mediaType: 'text/plain', write: writePleco },
  { id: 'ankiText', of: 'notes', ending: '.txt', mediaType: 'text/plain', write: writeAnkiText },
]

/** The format that a file name ends in; null when it is none of ours. The first that fits: `.pleco.txt` before `.txt`. */
export const writerNamed = (name: string): Writer | null =>
  WRITERS.find(({ ending }) => name.toLowerCase().endsWith(ending)) ?? null
