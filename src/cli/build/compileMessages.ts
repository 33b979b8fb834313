import { baseCompile } from '@intlify/message-compiler'
import { transformWithOxc, type Plugin } from 'vite'

const MESSAGES = /\/ui\/(?:i18n\/|\w+\/words\.)(?:en|zh)\.ts$/

/** A message, or a tree of them, as the app needs it that has no compiler. @throws Error when a message is broken */
export function compiledMessage(message: unknown): unknown {
  if (typeof message === 'string') {
    const onError = (error: Error) => {
      throw error
    }
    return baseCompile(message, { jit: true, minify: true, location: false, onError }).ast
  }
  if (typeof message !== 'object' || message === null) throw new TypeError('no message')
  return Object.fromEntries(
    Object.entries(message).map(([key, value]) => [key, compiledMessage(value)]),
  )
}

/** What the source of a file of messages exports. */
export async function messagesOf(source: string, file: string): Promise<unknown> {
  const { code } = await transformWithOxc(source, file)
  const module: { default: unknown } = await import(
    `data:text/javascript,${encodeURIComponent(code)}`
  )
  return module.default
}

/**
 * The interface's messages compiled when the app is built, so that the compiler (6 kB) is not on the start path and a
 * broken message fails the build instead of a screen.
 */
export function compiledMessages(): Plugin {
  return {
    name: 'duizhao-messages',
    apply: 'build',
    enforce: 'pre',
    config: () => ({ define: { __INTLIFY_DROP_MESSAGE_COMPILER__: 'true' } }),
    async transform(source, id) {
      if (!MESSAGES.test(id)) return null
      const messages = compiledMessage(await messagesOf(source, id))
      return { code: `export default ${JSON.stringify(messages)}`, map: null }
    },
  }
}
