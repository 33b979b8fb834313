import type { VitePWAOptions } from 'vite-plugin-pwa'
import { ACCEPT } from '../../formats/accept.ts'
import { FORMATS } from '../../formats/table.ts'
import { SHARE_PATH, SHARED_FILES } from '../../storage/shared.ts'

/** Endings and media types that can be imported. */
const OFFERED = ACCEPT.import.split(',')
/** Of formats whose readers go by their endings alone. */
const UNNAMED = 'application/octet-stream'

/** Files that the system may open with the app: their endings by media type. */
function handledFiles(): Record<string, string[]> {
  const handled: Record<string, string[]> = {}
  for (const { extensions, mediaTypes: [type = UNNAMED] = [] } of FORMATS) {
    const endings = extensions.map((extension) => `.${extension}`)
    if (endings.every((ending) => !OFFERED.includes(ending))) continue
    handled[type] = [...new Set([...(handled[type] ?? []), ...endings])]
  }
  return handled
}

/** The web app manifest of an app served under `base`; every address inside is relative to the manifest's own. */
export function webManifest(base: string): VitePWAOptions['manifest'] {
  return {
    id: base,
    start_url: base,
    scope: base,
    name: 'Duizhao 对照',
    short_name: 'Duizhao',
    description:
      'Two texts in, a deck out: learn Chinese or English from bilingual articles, offline.',
    lang: 'en',
    dir: 'ltr',
    display: 'standalone',
    display_override: ['standalone', 'minimal-ui'],
    orientation: 'any',
    categories: ['education'],
    theme_color: '#f6f2ea',
    background_color: '#f6f2ea',
    launch_handler: { client_mode: ['navigate-existing', 'auto'] },
    // Relative addresses: what is shared is posted to the service worker, what is opened goes to the import screen.
    share_target: {
      action: `./${SHARE_PATH}`,
      method: 'POST',
      enctype: 'multipart/form-data',
      params: {
        title: 'title',
        text: 'text',
        url: 'url',
        files: [{ name: SHARED_FILES, accept: OFFERED }],
      },
    },
    file_handlers: [{ action: './import', accept: handledFiles() }],
    shortcuts: [
      { name: '复习 Review', short_name: 'Review', url: './review' },
      { name: '添加文章 Add a text', short_name: 'Add', url: './import' },
      { name: '书库 Library', short_name: 'Library', url: './library' },
    ],
    icons: [
      { src: './icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
      { src: './icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
      { src: './maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      { src: './favicon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
    ],
    // Taken by tests/e2e/takeScreenshots.ts.
    screenshots: [
      {
        src: './screenshot-review.png',
        sizes: '780x1688',
        type: 'image/png',
        form_factor: 'narrow',
      },
      {
        src: './screenshot-import.png',
        sizes: '780x1688',
        type: 'image/png',
        form_factor: 'narrow',
      },
      {
        src: './screenshot-article-wide.png',
        sizes: '1280x800',
        type: 'image/png',
        form_factor: 'wide',
      },
    ],
  }
}
