import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { FORMS } from '../../domain/cards/forms/table.ts'
import { KINDS } from '../../domain/cards/kinds/table.ts'
import type { Dictionary } from '../../domain/dictionary/dictionary.ts'
import { toTraditional } from '../../domain/zh/script.ts'
import { loadDictionary } from '../dictionary.ts'
import { compiledMessage, messagesOf } from './compileMessages.ts'
import { withTaiwansWords } from './taiwan.ts'

/** Messages by their keys. */
export interface MessageTree {
  readonly [key: string]: string | MessageTree
}

/** The interface's Chinese in traditional characters: of every room in one tree, and what kinds of card are called. */
export interface TraditionalWords {
  readonly messages: MessageTree
  /** Simplified, then traditional. */
  readonly said: Readonly<Record<string, string>>
}

const UI = join(import.meta.dirname, '../../ui')
const ID = 'virtual:traditional-words'

/** Every Chinese sentence of the interface in one tree, in simplified characters, as the rooms write it. */
export async function simplifiedMessages(): Promise<MessageTree> {
  const rooms = readdirSync(UI, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'i18n')
    .map(({ name }) => join(UI, name))
    .filter((room) => readdirSync(room).includes('words.zh.ts'))
    .map((room) => join(room, 'words.zh.ts'))
  let tree: MessageTree = {}
  for (const file of [join(UI, 'i18n/zh.ts'), ...rooms]) {
    tree = merged(tree, (await messagesOf(await readFile(file, 'utf8'), file)) as MessageTree)
  }
  return tree
}

function merged(into: MessageTree, from: MessageTree): MessageTree {
  const tree = { ...into }
  for (const [key, value] of Object.entries(from)) {
    const held = tree[key]
    tree[key] =
      typeof value === 'string' || held === undefined || typeof held === 'string'
        ? value
        : merged(held, value)
  }
  return tree
}

export const inTaiwan = (text: string, dictionary: Dictionary): string =>
  withTaiwansWords(toTraditional(text, dictionary))

export async function traditionalTree(): Promise<TraditionalWords> {
  const dictionary = await loadDictionary('full')
  const convert = (tree: MessageTree): MessageTree =>
    Object.fromEntries(
      Object.entries(tree).map(([key, value]) => [
        key,
        typeof value === 'string' ? inTaiwan(value, dictionary) : convert(value),
      ]),
    )
  const sayings = [...KINDS, ...FORMS].flatMap(({ says }) => Object.values<string>({ ...says.zh }))
  const said = Object.fromEntries(sayings.map((text) => [text, inTaiwan(text, dictionary)]))
  return { messages: convert(await simplifiedMessages()), said }
}

/** `virtual:traditional-words`: made when somebody asks for it, and compiled like the other messages in a build. */
export function traditionalWords(): Plugin {
  let isBuild = false
  return {
    name: 'duizhao-traditional-words',
    configResolved: ({ command }) => {
      isBuild = command === 'build'
    },
    resolveId: (id) => (id === ID ? `\0${ID}` : null),
    async load(id) {
      if (id !== `\0${ID}`) return null
      const { messages, said } = await traditionalTree()
      const tree = isBuild ? compiledMessage(messages) : messages
      return `export default ${JSON.stringify({ messages: tree, said })}`
    },
  }
}
