import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { repairArticle } from '../domain/article/edit.ts'
import { beadsAt, textOf } from '../domain/bitext/bitext.ts'
import { canGive, type Repair } from '../domain/bitext/repair.ts'
import type { Note } from '../domain/model.ts'
import { placesOf } from '../domain/notes/places.ts'
import { readArticle, type StoredArticle } from '../storage/articles.ts'
import { releaseFound } from '../storage/care.ts'
import { editArticle } from '../storage/editing.ts'
import { useDisk } from './disk.ts'
import { useReview } from './review.ts'

/** The pair that the card which is up shows, to be mended where it was found wrong; the card stays up, unanswered. */
export const useCardFix = defineStore('cardFix', () => {
  const disk = useDisk()
  const review = useReview()
  const opened = shallowRef<{ readonly source: StoredArticle; readonly at: number } | null>(null)

  const pair = computed(() => {
    if (opened.value === null) return null
    const { source, at } = opened.value
    const bitext = { ...source.article, texts: source.texts }
    const bead = bitext.beads[at]
    if (bead === undefined) return null
    const texts = { zh: textOf(bitext, at, 'zh'), en: textOf(bitext, at, 'en') }
    return {
      number: at + 1,
      texts,
      canGive: { zh: canGive(bitext, at, 'zh'), en: canGive(bitext, at, 'en') },
      isLast: at === bitext.beads.length - 1,
      isPair: texts.zh !== '' && texts.en !== '',
    }
  })

  /** Opens the pair of the card that is up; whether there is one. */
  async function open(): Promise<boolean> {
    const { question, note } = review
    opened.value = null
    if (question?.article && note !== null) {
      const source = await readArticle(await disk.open(), question.article.id)
      const at = source === null ? -1 : beadOf(source, note)
      if (source !== null && at >= 0) opened.value = { source, at }
    }
    return opened.value !== null
  }
  const close = (): void => {
    opened.value = null
  }

  /**
   * Mends the pair; every card keeps its reviews.
   *
   * @throws AppError changedElsewhere, when another tab was faster
   */
  async function repair(action: Repair): Promise<void> {
    const [found, card] = [opened.value, review.question?.card.id]
    close()
    if (found === null || card === undefined) return
    const { source, at } = found
    const device = await disk.open()
    const { undo } = await editArticle(device, source, repairArticle(source, at, action))
    await releaseFound(device)
    review.fixed(card, undo)
  }
  return { pair, open, close, repair }
})

/** The first bead that a note shows in an article; −1 when it has no place there. */
function beadOf(source: StoredArticle, note: Note): number {
  const { learning } = note
  const range = placesOf(note, source)[0]?.[learning]
  const bead = range && beadsAt(source.article, learning, range)[0]
  return bead ? source.article.beads.indexOf(bead) : -1
}
