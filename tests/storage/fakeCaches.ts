/** Caches as a browser has them, as far as these are asked. */
export function fakeCaches() {
  const all = new Map<string, Map<string, Response>>()
  return {
    has: async (name: string) => all.has(name),
    delete: async (name: string) => all.delete(name),
    open: async (name: string) => {
      const own = all.get(name) ?? new Map<string, Response>()
      all.set(name, own)
      return {
        put: async (url: string, response: Response) => void own.set(url, response),
        match: async (url: string) => own.get(url)?.clone(),
      }
    },
  }
}
