import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { LearnerSettings } from '../../domain/learner/settings.ts'
import { PERCENT } from '../shared/percent.ts'
import type { SectionId } from './sections.ts'

/** What a list says of things outside the learner's settings. */
interface Standing {
  /** Reviews no backup has. */
  readonly unsaved: number
  readonly offlineReady: boolean
}

/** How each section stands, in a few words. */
export function useSummaries(
  learner: () => LearnerSettings,
  standing: () => Standing,
): ComputedRef<Readonly<Record<SectionId, string>>> {
  const { t, n } = useI18n()

  const level = ({ learning, hsk, cefr }: LearnerSettings): string => {
    if (learning === 'en') return cefr ?? ''
    return hsk === null ? '' : t('level.hsk', { n: hsk === 7 ? '7–9' : hsk })
  }
  const joined = (...parts: readonly string[]): string =>
    parts.filter((part) => part !== '').join(' · ')

  return computed(() => {
    const its = learner()
    const { unsaved, offlineReady } = standing()
    return {
      learning: joined(t(`settings.stand.${its.learning}`), level(its)),
      daily: joined(
        t('today.fresh', { n: its.newPerDay }, its.newPerDay),
        t('settings.stand.upTo', { n: its.reviewsPerDay }, its.reviewsPerDay),
      ),
      answers: joined(
        t(`settings.stand.${its.buttons}`),
        t(its.swipe ? 'settings.stand.swipe' : 'settings.stand.noSwipe'),
      ),
      memory: joined(
        t('settings.stand.remember', { share: n(its.desiredRetention, PERCENT) }),
        t(`optimiser.models.${its.model}`),
      ),
      chinese: joined(t(`chinese.scripts.${its.script}`), t(`chinese.readings.${its.readings}`)),
      english: t(`settings.stand.${its.accent}`),
      speech: joined(
        t('speaking.times', { n: n(its.speechRate) }),
        its.autoplay ? t('settings.stand.autoplay') : '',
      ),
      reminders: its.reminderAt ?? t('settings.stand.noReminder'),
      data:
        unsaved === 0
          ? t('settings.stand.saved')
          : t('settings.stand.unsaved', { n: unsaved }, unsaved),
      look: joined(
        its.language === 'en'
          ? 'English'
          : its.languageScript === 'traditional'
            ? '繁體中文'
            : '简体中文',
        t(`settings.themes.${its.theme}`),
      ),
      about: offlineReady ? t('settings.stand.offline') : '',
    }
  })
}
