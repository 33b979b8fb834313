import type { Plugin } from 'vite'

/**
 * Makes one file of everything the page needs before its first screen: what `main.ts` imports, without what it imports
 * later. Cut where lazy screens happen to share modules, the same code was nine files and 4 % larger.
 */
export function startChunk(): Plugin {
  const start = new Set<string>()
  return {
    name: 'duizhao-start-chunk',
    apply: 'build',
    config: () => ({
      build: {
        rolldownOptions: {
          output: {
            advancedChunks: { groups: [{ name: 'start', test: (id: string) => start.has(id) }] },
          },
        },
      },
    }),
    buildEnd() {
      const waiting = [...this.getModuleIds()].filter((id) => this.getModuleInfo(id)?.isEntry)
      for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
        if (start.has(id)) continue
        start.add(id)
        waiting.push(...(this.getModuleInfo(id)?.importedIds ?? []))
      }
    },
  }
}
