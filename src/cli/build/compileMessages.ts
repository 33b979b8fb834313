import { baseCompile } from '@intlify/message-compiler'
import { transformWithOxc, type Plugin } from 'vite'

const MESSAGES = /\/ui\/(?:i18n\/|\w+\/words\.)(?:en|zh)\.ts$/

function compile(message: unknown): unknown {
  if (typeof message === 'string') {
    const onError = (error: Error) => {
      throw error
    }
    return baseCompile(message, { jit: true, minify: true, location: false, onError }).ast
  }
  if (typeof message !== 'object' || message === null) throw new TypeError('no message')
  return Object.fromEntries(Object.entries(message).map(([key, value]) => [key, compile(value)]))
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
      const { code } = await transformWithOxc(source, id)
      const module: { default: unknown } = await import(
        `data:text/javascript,${encodeURIComponent(code)}`
      )
      return { code: `export default ${JSON.stringify(compile(module.default))}`, map: null }
    },
  }
}
