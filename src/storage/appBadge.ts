import type { BadgeDay } from '../domain/learner/badgeDays.ts'

/** The number on the app's icon, and what the service worker needs to keep it right while the app is closed. */

/** How the browser calls the service worker from time to time. */
export const BADGE_TAG = 'badge'
const TWICE_A_DAY = 12 * 3_600_000

/** Where the days to come are kept. Many apps may share the origin: the scope is part of the name. */
const cacheOf = (scope: string): string => `duizhao-badge-${scope}`
const DAYS = 'badge-days'

export const canBadge = (): boolean => 'setAppBadge' in navigator

/** Shows a number; none at all for 0. A browser that refuses it shows nothing. */
export async function showBadge(count: number): Promise<void> {
  if (!canBadge()) return
  await (count > 0 ? navigator.setAppBadge(count) : navigator.clearAppBadge()).catch(
    () => undefined,
  )
}

/** Keeps what is to be shown on the days to come. */
export async function keepBadgeDays(scope: string, days: readonly BadgeDay[]): Promise<void> {
  const cache = await caches.open(cacheOf(scope))
  await cache.put(new URL(DAYS, scope).href, new Response(JSON.stringify(days)))
}

/** What was kept, if anything; whoever reads it checks it. */
export async function keptBadgeDays(scope: string): Promise<unknown> {
  if (!(await caches.has(cacheOf(scope)))) return undefined
  const found = await (await caches.open(cacheOf(scope))).match(new URL(DAYS, scope).href)
  return await found?.json()
}

/** Forgets it; whether there was any. */
export const dropBadgeDays = (scope: string): Promise<boolean> => caches.delete(cacheOf(scope))

interface PeriodicSync {
  register(tag: string, options: { readonly minInterval: number }): Promise<void>
  unregister(tag: string): Promise<void>
}
const isPeriodic = (value: unknown): value is PeriodicSync =>
  typeof value === 'object' && value !== null && 'register' in value && 'unregister' in value

async function periodicSync(): Promise<PeriodicSync | null> {
  const registration = await navigator.serviceWorker?.getRegistration()
  const found: unknown = registration && Reflect.get(registration, 'periodicSync')
  return isPeriodic(found) ? found : null
}

/** Asks the browser to call the service worker from time to time; whether it will. */
export async function callFromTimeToTime(): Promise<boolean> {
  const sync = await periodicSync()
  if (sync === null) return false
  return await sync.register(BADGE_TAG, { minInterval: TWICE_A_DAY }).then(
    () => true,
    () => false,
  )
}

export async function callNoMore(): Promise<void> {
  await (await periodicSync())?.unregister(BADGE_TAG).catch(() => undefined)
}
