/** Systems that keep their voices in a place of their own. */
export type Platform = 'android' | 'ios' | 'windows' | 'mac' | 'linux'

const NAMES: readonly (readonly [RegExp, Platform])[] = [
  [/Android/, 'android'],
  [/iPhone|iPad|iPod/, 'ios'],
  [/Windows/, 'windows'],
  [/Macintosh|Mac OS X/, 'mac'],
  [/Linux|X11|CrOS/, 'linux'],
]

/**
 * The system a browser says it runs on; null when it says none we know. An iPad calls itself a Mac, but no Mac is touched.
 *
 * @param fingers the most that its screen can feel at once
 */
export function platformOf(userAgent: string, fingers: number): Platform | null {
  const found = NAMES.find(([name]) => name.test(userAgent))?.[1] ?? null
  return found === 'mac' && fingers > 1 ? 'ios' : found
}
