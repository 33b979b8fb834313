/** What another app shared with this one: the service worker keeps it until the import screen takes it, over every restart. */

/** As the manifest names the parts of what is shared. */
export const SHARE_PATH = 'share'
export const SHARED_FILES = 'files'

export interface Shared {
  readonly title: string
  readonly text: string
  /** An address, where the other app gave one. */
  readonly url: string
  readonly files: readonly File[]
}

/** Many apps may share the origin: the scope is part of the name. */
const cacheOf = (scope: string): string => `duizhao-shared-${scope}`
const part = (scope: string, name: string): string => new URL(`shared/${name}`, scope).href
const HEAD = 'head'

interface Head {
  readonly title: string
  readonly text: string
  readonly url: string
  readonly names: readonly string[]
}

/** Keeps what was posted, in the place of what was shared before; its head last, so that there is all of it or nothing. */
export async function keepShared(scope: string, form: FormData): Promise<void> {
  await dropShared(scope)
  const cache = await caches.open(cacheOf(scope))
  const files = form.getAll(SHARED_FILES).filter((one) => one instanceof File && one.size > 0)
  const names: string[] = []
  for (const file of files) {
    if (!(file instanceof File)) continue
    await cache.put(part(scope, String(names.length)), new Response(file))
    names.push(file.name)
  }
  const said = (name: string): string => {
    const value = form.get(name)
    return typeof value === 'string' ? value : ''
  }
  const head: Head = { title: said('title'), text: said('text'), url: said('url'), names }
  await cache.put(part(scope, HEAD), new Response(JSON.stringify(head)))
}

/** What waits; null when nothing does. */
export async function readShared(scope: string): Promise<Shared | null> {
  if (!('caches' in globalThis) || !(await caches.has(cacheOf(scope)))) return null
  const cache = await caches.open(cacheOf(scope))
  const head: Head | undefined = await (await cache.match(part(scope, HEAD)))?.json()
  if (head === undefined) return null
  const files: File[] = []
  for (const [at, name] of head.names.entries()) {
    const kept = await cache.match(part(scope, String(at)))
    if (kept !== undefined) files.push(new File([await kept.blob()], name))
  }
  const { title, text, url } = head
  return { title, text, url, files }
}

export const dropShared = (scope: string): Promise<boolean> => caches.delete(cacheOf(scope))
