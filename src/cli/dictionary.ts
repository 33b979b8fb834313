import { readFile } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'
import { openDictionary } from '../domain/dictionary/cedict.ts'
import type { Dictionary } from '../domain/dictionary/dictionary.ts'
import { withEnglish } from '../domain/words/english.ts'
import { ensureDictionary } from './build/compileDictionary.ts'

/** The full dictionary without its way in from English, which takes as long to open as the rest. */
export async function loadChinese(): Promise<Dictionary> {
  const { full } = await ensureDictionary()
  return openDictionary(gunzipSync(await readFile(full)))
}

const loaded = new Map<Dictionary['tier'], Promise<Dictionary>>()

/** The compiled dictionary, made first when it is missing; the full one with its way in from English. */
export function loadDictionary(tier: Dictionary['tier']): Promise<Dictionary> {
  const known = loaded.get(tier) ?? readDictionary(tier)
  loaded.set(tier, known)
  return known
}

async function readDictionary(tier: Dictionary['tier']): Promise<Dictionary> {
  const files = await ensureDictionary()
  const read = async (file: string): Promise<Uint8Array> => gunzipSync(await readFile(file))
  const dictionary = openDictionary(await read(files[tier]))
  return tier === 'full' ? withEnglish(dictionary, await read(files.english)) : dictionary
}
