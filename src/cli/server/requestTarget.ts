/**
 * Path and query (with its `?`, or empty) of a request target, both as they were sent; null for one that names no
 * path. Clients of a proxy send the whole address, which every server must understand.
 */
export function readTarget(target: string): { path: string; query: string } | null {
  const local = target.startsWith('/')
    ? target
    : /^https?:\/\/[^/?#]+(.*)$/is.exec(target)?.[1]?.replace(/^(?!\/)/, '/')
  if (local === undefined) return null
  const [path = '', query = ''] = local.split(/(?=[?#])/)
  return { path, query: query.startsWith('?') ? query : '' }
}

/**
 * The decoded name of a path below the base; `'malformed'` when its escapes are, `'forbidden'` for what is never shown
 * and no page of the app either: `.`, `..`, hidden files, backslashes, NUL.
 */
export function decodeName(path: string): { name: string } | 'malformed' | 'forbidden' {
  try {
    const name = decodeURIComponent(path)
    return /(?:^|\/)\.|[\0\\]/.test(name) ? 'forbidden' : { name }
  } catch {
    return 'malformed'
  }
}
