import type { DOMWrapper } from '@vue/test-utils'

/** Unfolds every card that is folded, as a click on each would. */
export async function unfold(page: {
  findAll(selector: string): readonly DOMWrapper<Element>[]
}): Promise<void> {
  for (const fold of page.findAll('details.fold')) {
    Object.assign(fold.element, { open: true })
    await fold.trigger('toggle')
  }
}
