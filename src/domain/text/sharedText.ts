/** An address alone, or with nothing but its title around it. */
const ADDRESS = /https?:\/\/[^\s<>"，。；]+/g

/** What of a shared text is to be read, and where it comes from: apps put the address into the text, or beside it. */
export function readShare(
  text: string,
  url: string,
): { readonly text: string; readonly origin: string } {
  const found = text.match(ADDRESS) ?? []
  const origin = url.trim() || found.at(-1) || ''
  const bare = origin === '' ? text : text.replaceAll(origin, '')
  return { text: bare.trim(), origin }
}
