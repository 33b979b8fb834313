import url from 'sql.js/dist/sql-wasm-browser.wasm?url'

/** SQLite as WebAssembly, for the thread that writes Anki's packages; the service worker keeps it. @throws TypeError offline */
export async function readSqlite(): Promise<ArrayBuffer> {
  const response = await fetch(url)
  if (!response.ok) throw new TypeError(`${response.status} ${url}`)
  return await response.arrayBuffer()
}
