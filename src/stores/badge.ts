import { defineStore } from 'pinia'
import { computed, ref, watch } from 'vue'
import { badgeDays } from '../domain/learner/badgeDays.ts'
import { studyDayStart } from '../domain/time.ts'
import {
  callFromTimeToTime,
  callNoMore,
  canBadge,
  dropBadgeDays,
  keepBadgeDays,
  showBadge,
} from '../storage/appBadge.ts'
import { useMemory } from './memory.ts'
import { useSettings } from './settings.ts'

/** The number on the app's icon: today's cards, gone when they are done. Only where the learner switched it on. */
export const useBadge = defineStore('badge', () => {
  const memory = useMemory()
  const settings = useSettings()
  const scope = new URL(import.meta.env.BASE_URL, window.location.origin).href

  const due = computed(() => memory.summary.learning + memory.summary.reviews)
  const isOn = computed(() => settings.learner.badge && canBadge())
  /** Whether the number is brought up to date while the app is closed; null while that is not known. */
  const inBackground = ref<boolean | null>(null)

  async function showNow(): Promise<void> {
    if (isOn.value && memory.loaded) await showBadge(due.value + memory.summary.fresh)
  }

  /** Leaves what the service worker needs. */
  async function keepAhead(): Promise<void> {
    if (!isOn.value || !memory.loaded) return
    const { rolloverHour, reviewsPerDay } = settings.learner
    const { day } = memory.today().queue
    const offset = memory.now().utcOffset
    const starts = memory.ahead.map((_, i) => studyDayStart(day + 1 + i, offset, rolloverHour))
    const left = { due: due.value, fresh: memory.summary.fresh }
    await keepBadgeDays(scope, badgeDays(Date.now(), left, memory.ahead, starts, reviewsPerDay))
  }

  async function change(on: boolean): Promise<void> {
    if (on) {
      await showNow()
      await keepAhead()
      inBackground.value = await callFromTimeToTime()
    } else if (await dropBadgeDays(scope)) {
      await showBadge(0)
      await callNoMore()
    }
  }

  /** Follows what is due, and the switch, wherever it was thrown. For an idle moment, once. */
  function follow(): void {
    const quietly = (work: Promise<void>) => void work.catch(() => undefined)
    watch(isOn, (on) => quietly(change(on)), { immediate: true })
    watch([() => memory.loaded, () => memory.summary], () => quietly(showNow()))
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') quietly(keepAhead())
    })
  }

  /** Asks for what an iPhone wants before it shows a number; within the tap. */
  async function ask(): Promise<void> {
    if ('Notification' in window && Notification.permission === 'default')
      await Notification.requestPermission().catch(() => undefined)
  }

  return { inBackground, follow, ask }
})
