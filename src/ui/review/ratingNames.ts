import { useI18n } from 'vue-i18n'
import type { Rating } from '../../domain/model.ts'

/** How the answers are called: by the two that most people use, or by all four; after a slip Remembered is called that. */
export function useRatingNames(given: () => { readonly buttons: 'two' | 'four'; slip: boolean }) {
  const { t } = useI18n()
  return (rating: Rating): string => {
    const { buttons, slip } = given()
    if (slip && rating === 'good') return t('review.slip')
    if (buttons === 'two' && rating === 'again') return t('review.forgot')
    if (buttons === 'two' && rating === 'good') return t('review.remembered')
    return t(`review.${rating}`)
  }
}
