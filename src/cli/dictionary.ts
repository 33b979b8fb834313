import { readFile } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'
import { openDictionary } from '../domain/dictionary/cedict.ts'
import type { Dictionary } from '../domain/dictionary/dictionary.ts'
import { withEnglish } from '../domain/words/english.ts'
import { ensureDictionary } from './build/compileDictionary.ts'

/** The compiled dictionary, made first when it is missing; the full one with its way in from English. */
export async function loadDictionary(tier: Dictionary['tier']): Promise<Dictionary> {
  const files = await ensureDictionary()
  const read = async (file: string): Promise<Uint8Array> => gunzipSync(await readFile(file))
  const dictionary = openDictionary(await read(files[tier]))
  return tier === 'full' ? withEnglish(dictionary, await read(files.english)) : dictionary
}
