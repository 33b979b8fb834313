/** The engines the app has to work in. WebKit is what every browser on an iPhone is made of. */
export const ENGINES = ['chromium', 'firefox', 'webkit'] as const
export type Engine = (typeof ENGINES)[number]

/** What can be pointed at: by role and name, as a person or a screen reader knows it, or by the mark tests use. */
export type Target =
  | { readonly role: Role; readonly name: string | RegExp }
  | { readonly testId: string | RegExp }
  | { readonly css: string }
export type Role = 'button' | 'link' | 'heading' | 'radio'

export const button = (name: string | RegExp): Target => ({ role: 'button', name })
export const link = (name: string | RegExp): Target => ({ role: 'link', name })
export const heading = (name: string | RegExp): Target => ({ role: 'heading', name })
export const marked = (testId: string | RegExp): Target => ({ testId })
export const at = (css: string): Target => ({ css })

/** In CSS pixels. */
export interface Size {
  readonly width: number
  readonly height: number
}

/**
 * A learner's hand on one browser with a profile on disk: what every engine can be asked to do, so that one description of
 * a job serves them all. Everything waits until what it points at is there and visible; of several it takes the first.
 */
export interface Hand {
  readonly engine: Engine
  /** Goes to a page of the app by its path. */
  open(path?: string): Promise<void>
  click(target: Target): Promise<void>
  /** Puts a text into a field in place of what is there. */
  fill(target: Target, text: string): Promise<void>
  /** One key, by its name in `KeyboardEvent.key`. */
  press(key: string): Promise<void>
  /** Chooses a file in the page's only file field. */
  choose(path: string): Promise<void>
  /** Its text, as it stands now. */
  read(target: Target): Promise<string>
  /** Resolves once it is there; with a text, once that is in it. */
  see(target: Target, text?: string): Promise<void>
  /** What a function, which must be whole in itself, returns in the page. */
  run<In, Out>(script: (given: In) => Out | Promise<Out>, given: In): Promise<Out>
  resize(size: Size): Promise<void>
  screenshot(path: string): Promise<void>
  /** Ends the browser and starts it again on the same profile; the page is blank. */
  restart(): Promise<void>
  close(): Promise<void>
}
