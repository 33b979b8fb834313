import { readFile } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'
import { openDictionary } from '../domain/dictionary/cedict.ts'
import type { Dictionary } from '../domain/dictionary/dictionary.ts'
import { ensureDictionary } from './compileDictionary.ts'

/** The compiled dictionary, made first when it is missing. */
export async function loadDictionary(tier: Dictionary['tier']): Promise<Dictionary> {
  const files = await ensureDictionary()
  return openDictionary(gunzipSync(await readFile(files[tier])))
}
