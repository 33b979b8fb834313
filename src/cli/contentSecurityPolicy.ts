/**
 * What the built pages may do: load their own files and nothing else; no inline script, no `eval`, no other origin.
 *
 * The build writes it into index.html (GitHub Pages sends no headers of ours) and the server sends it too. Images may
 * be `data:` and `blob:` for icons in style sheets and pictures made on the device.
 */
const directives = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
]

/** For `<meta http-equiv>`, which knows no `frame-ancestors`. */
export const metaPolicy = directives.join('; ')

/** For the HTTP header. */
export const headerPolicy = [...directives, "frame-ancestors 'none'"].join('; ')

/**
 * For the thread that runs SQLite as WebAssembly: a worker obeys the header it comes with, and the pages keep theirs. On
 * GitHub Pages it comes with none.
 */
export const wasmPolicy = headerPolicy.replace("script-src 'self'", "$& 'wasm-unsafe-eval'")
export const isWasmWorker = (file: string): boolean => /^assets\/anki\.worker-[^/]*\.js$/.test(file)

/**
 * For the thread that syncs: the one file that may speak with a server of the learner's own, wherever that is. The pages
 * still reach nothing but their own origin.
 */
export const syncPolicy = headerPolicy.replace("connect-src 'self'", '$& https: http:')
export const isSyncWorker = (file: string): boolean => /^assets\/sync\.worker-[^/]*\.js$/.test(file)
