import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { addWords, type RoomWords } from '../../src/ui/i18n/i18n.ts'

const ui = resolve(import.meta.dirname, '../../src/ui')

/** Rooms of `ui` that have words of their own. */
export const ROOMS = readdirSync(ui, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /^\w+\/words\.ts$/.test(file))

/** The words of each of them. */
export const roomWords: readonly RoomWords[] = await Promise.all(
  ROOMS.map((file) => import(pathToFileURL(join(ui, file)).href)),
)

/** What the routes do: a component that is mounted alone has all words. */
export const addAllWords = (): void => addWords(...roomWords)
