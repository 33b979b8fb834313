import { shallowRef, type Ref } from 'vue'
import type { Repair } from '../../domain/bitext/repair.ts'
import type { useCardFix } from '../../stores/cardFix.ts'
import type { useProblems } from '../../stores/problems.ts'
import type { Sheet } from './CardSheets.vue'

type Fix = ReturnType<typeof useCardFix>

/**
 * The pair of the card that is up, opened to be mended from the card's menu.
 *
 * @param load what mends is not loaded before somebody asks for it
 */
export function usePairFix(
  open: Ref<Sheet | null>,
  load: () => Promise<Fix>,
  { attempt }: Pick<ReturnType<typeof useProblems>, 'attempt'>,
) {
  const fix = shallowRef<Fix | null>(null)
  const begin = () =>
    attempt('review.edit', async () => {
      const found = await load()
      fix.value = found
      open.value = (await found.open()) ? 'pair' : null
    })
  async function repair(action: Repair) {
    open.value = null
    await attempt('review.edit', async () => await fix.value?.repair(action))
  }
  return {
    get pair() {
      return fix.value?.pair ?? null
    },
    begin,
    repair,
  }
}
