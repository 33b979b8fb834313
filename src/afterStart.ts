import type { Pinia } from 'pinia'
import { useDisk } from './stores/disk.ts'
import { useLanguage } from './stores/language.ts'
import { useLibrary } from './stores/library.ts'
import { useMemory } from './stores/memory.ts'
import { useProblems } from './stores/problems.ts'
import { useUpdates } from './stores/updates.ts'

/** What is to be done once the first screen is there, in this order; not on the start path itself. */
export async function afterStart(pinia: Pinia): Promise<void> {
  const problems = useProblems(pinia)
  // What writes is loaded before anybody can need it: an answer must not wait for the network.
  await problems.attempt('start.writing', () =>
    import('./storage/settings.ts').then(() => import('./storage/reviewLog.ts')),
  )

  // The service worker, then the dictionary that makes everything work offline.
  await problems.attempt('updates.start', () => useUpdates(pinia).start())
  await useLanguage(pinia).keepReady()
  await problems.attempt('library.tidy', () => useLibrary(pinia).tidy())
  await problems.attempt('memory.arrange', () => useMemory(pinia).arrangeNew())
  // Whatever goes wrong with a safety copy is said in the settings, and nowhere else.
  void import('./stores/copies.ts').then(
    ({ useCopies }) => useCopies(pinia).follow(),
    () => undefined,
  )
  // A number that cannot be shown is missed by nobody.
  void import('./stores/badge.ts').then(
    ({ useBadge }) => useBadge(pinia).follow(),
    () => undefined,
  )
  // Off, it is not even loaded; whatever goes wrong with it is said on its own page.
  void followSync(pinia).catch(() => undefined)
  await problems.attempt('optimiser.consider', async () => {
    const [{ useOptimiser }, { useReview }] = await Promise.all([
      import('./stores/optimiser.ts'),
      import('./stores/review.ts'),
    ])
    await useOptimiser(pinia).considerRunning(() => !useReview(pinia).ready)
  })
}

async function followSync(pinia: Pinia): Promise<void> {
  const { syncing } = await useDisk(pinia).open()
  if (syncing) await (await import('./stores/sync.ts')).useSync(pinia).follow()
}
