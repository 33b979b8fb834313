/// <reference types="vite/client" />

/** From `formats/accept.ts`, put in by the build. */
declare const __ACCEPT__: Readonly<Record<'import' | 'deck' | 'backup', string>>
