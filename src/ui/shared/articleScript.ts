import { computed, inject, provide, type InjectionKey } from 'vue'
import { guessScript } from '../../domain/zh/guessScript.ts'
import type { Script } from '../../domain/zh/script.ts'

const SCRIPT: InjectionKey<() => Script | null> = Symbol('script')

/**
 * For a screen that shows one article: the script it came in, decided once for all of it. A short line of it may hold
 * nothing that tells.
 */
export function provideArticleScript(chinese: () => string): void {
  const script = computed(() => guessScript(chinese()))
  provide(SCRIPT, () => script.value)
}

/** The script the article around came in; null where there is no article. */
export const useArticleScript = (): (() => Script | null) => inject(SCRIPT, () => () => null, true)
