import type { VitePWAOptions } from 'vite-plugin-pwa'

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
