import type { Plugin } from 'vite'

/** Rooms of which nobody but a review has need: they stay in the chunk of its screen. */
const REVIEW = /\/(?:ui|stores)\/review[./]/
const WELCOME = /\/ui\/welcome\//

/**
 * Makes one file of everything the page needs before its first screen: what `main.ts` imports, without what it imports
 * later. One of what the welcome needs besides, and one of what a review needs besides and shares with other screens. Cut where lazy screens happen to share
 * modules, a cold start to the first card was forty files, and each of them costs a slow phone more than its bytes.
 */
export function dailyChunks(): Plugin {
  const chunkOf = new Map<string, string>()
  return {
    name: 'duizhao-daily-chunks',
    apply: 'build',
    config: () => ({
      build: {
        rolldownOptions: {
          output: {
            codeSplitting: {
              // What a module imports has been given its place below.
              includeDependenciesRecursively: false,
              groups: [{ name: (id) => chunkOf.get(id) ?? null }],
            },
          },
        },
      },
    }),
    buildEnd() {
      /** Puts a module and what it imports, but not what it imports later, into a chunk. */
      const gather = (from: readonly string[], chunk: string, leave?: RegExp): void => {
        const waiting = [...from]
        const seen = new Set<string>()
        for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
          if (seen.has(id)) continue
          seen.add(id)
          waiting.push(...(this.getModuleInfo(id)?.importedIds ?? []))
          if (!chunkOf.has(id) && leave?.test(id) !== true) chunkOf.set(id, chunk)
        }
      }
      const ids = [...this.getModuleIds()]
      const entries = ids.filter((id) => this.getModuleInfo(id)?.isEntry)
      const welcomes = ids.filter((id) => id.endsWith('/WelcomeScreen.vue'))
      const reviews = ids.filter((id) => id.endsWith('/ReviewScreen.vue'))
      gather(entries, 'start')
      gather(welcomes, 'first', WELCOME)
      gather(reviews, 'shared', REVIEW)
    },
  }
}
