import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { AppError } from '../domain/errors.ts'
import { SYNC_KEY } from '../storage/settingKeys.ts'
import { transact } from '../storage/database.ts'
import { readReceived } from '../storage/sync/arrivals.ts'
import { readDevices, type SyncDevice } from '../storage/sync/devices.ts'
import { readWaiting, type Waiting } from '../storage/sync/outbox.ts'
import {
  readChoice,
  readState,
  STATE,
  type SyncChoice,
  type SyncPlace,
} from '../storage/sync/state.ts'
import { waitAfter } from '../sync/backOff.ts'
import { syncRound } from '../sync/round.ts'
import { ShelfError, type Refusal } from '../sync/shelf.ts'
import { syncClient } from '../sync/thread/client.ts'
import type { Progress, Tools } from '../sync/tools.ts'
import { useChanges } from './changes.ts'
import { useDisk } from './disk.ts'

export type { Progress, SyncDevice, SyncPlace, Waiting }

/** Why the last round did not come to its end. */
export type SyncTrouble = Refusal | 'deviceFull' | 'broken'

/** After the last change, ms. */
const SETTLED_MS = 30_000
/** A device whose clock is further ahead than this is named, ms. */
const FAR_AHEAD_MS = 24 * 3_600_000

const NOTHING: Waiting = { changes: 0, everything: false }

function troubleOf(error: unknown): SyncTrouble {
  if (error instanceof ShelfError) return error.code
  if (error instanceof AppError && error.code === 'diskFull') return 'deviceFull'
  console.error(error)
  return 'broken'
}

/** Rounds with the learner's own server: loaded when sync is on, or looked at. Nobody ever waits for it. */
export const useSync = defineStore('sync', () => {
  const disk = useDisk()
  const client = syncClient()
  const choice = shallowRef<SyncChoice | null>(null)
  const doneAt = ref(0)
  const waiting = shallowRef<Waiting>(NOTHING)
  const devices = shallowRef<readonly SyncDevice[]>([])
  const trouble = ref<SyncTrouble | null>(null)
  const progress = shallowRef<Progress | null>(null)
  const running = ref(false)
  /** Whether the learner ended the last round. */
  const stopped = ref(false)
  /** Whether something came that only a newer version of the app can read. */
  const outdated = ref(false)
  let failures = 0
  let next: ReturnType<typeof setTimeout> | undefined
  let isFollowing = false
  let stopping: AbortController | null = null
  let turn: Promise<unknown> = Promise.resolve()
  let round: Promise<void> | null = null
  /** Whether somebody asked for a round while one was under way, which may not send what was changed after it began. */
  let isAskedAgain = false

  const on = computed(() => choice.value !== null)
  const aheadOf = computed(() =>
    devices.value.filter(({ seenAt }) => (seenAt ?? 0) > Date.now() + FAR_AHEAD_MS),
  )

  /** Reads how things stand. */
  async function load(): Promise<void> {
    const device = await disk.open()
    const [place, state, known, waits, received] = await Promise.all([
      readChoice(device),
      readState(device),
      readDevices(device),
      transact(device, ['outbox', 'outgoing'], 'readonly', readWaiting),
      readReceived(device),
    ])
    // All at once: a moment of “nothing waits” would be untrue.
    choice.value = place
    doneAt.value = state.doneAt
    devices.value = place === null ? [] : known
    waiting.value = waits
    outdated.value = [...received.values()].some(({ held }) => held !== undefined)
  }

  async function run(place: SyncPlace, work: (tools: Tools) => Promise<void>): Promise<boolean> {
    const abort = new AbortController()
    const { signal } = abort
    stopping = abort
    running.value = true
    stopped.value = false
    clearTimeout(next)
    try {
      await work({
        disk: await disk.open(),
        shelf: client.shelf(place, signal),
        seals: client.seals,
        signal,
        onProgress: (now) => {
          if (!signal.aborted) progress.value = now
        },
      })
      trouble.value = null
      failures = 0
      return true
    } catch (error) {
      // What the learner ended is no failure, and takes back no earlier one.
      if (signal.aborted) stopped.value = true
      else {
        trouble.value = troubleOf(error)
        failures += 1
      }
      return false
    } finally {
      stopping = null
      running.value = false
      progress.value = null
      await load()
    }
  }

  /** Does something with the shelf, when what is under way is done; whether it went well. */
  async function attempt(
    place: SyncPlace,
    work: (tools: Tools) => Promise<void>,
  ): Promise<boolean> {
    const own = turn.then(() => run(place, work))
    turn = own.catch(() => undefined)
    return await own
  }

  /** Ends what is under way: nothing is lost, and the next round goes on from there. */
  function stop(): void {
    stopping?.abort(new DOMException('stopped', 'AbortError'))
  }

  async function makeRound(): Promise<void> {
    await load()
    if (choice.value === null) return
    if (await attempt(choice.value, syncRound)) {
      // Something was changed in the meantime.
      const isMore = waiting.value.changes > 0 || waiting.value.everything
      if (isMore && isAskedAgain) {
        isAskedAgain = false
        return await makeRound()
      }
      if (isMore) later(SETTLED_MS)
      return
    }
    if (stopped.value || !on.value) return
    const wait = waitAfter(trouble.value ?? '', failures, Math.random())
    if (wait !== null) later(wait)
  }

  /** One round now: the one that is under way, or a new one. */
  function syncNow(): Promise<void> {
    isAskedAgain = round !== null
    round ??= makeRound().finally(() => {
      round = null
    })
    return round
  }

  function later(ms: number): void {
    clearTimeout(next)
    next = setTimeout(() => void syncNow(), ms)
  }

  /** A round when it is worth one: not while only the learner can help. */
  function consider(): void {
    const isHopeless = trouble.value !== null && waitAfter(trouble.value, 1, 0) === null
    if (on.value && !isHopeless && trouble.value !== 'lockedOut') void syncNow()
  }

  /** Syncs from now on: at the start, when there is a network, when somebody looks, and a while after the last change. */
  async function follow(): Promise<void> {
    if (!isFollowing) {
      isFollowing = true
      window.addEventListener('online', consider)
      document.addEventListener('visibilitychange', () => {
        if (document.visibilityState === 'visible') consider()
      })
    }
    await syncNow()
  }

  useChanges().onChange(async ({ entries, articles, notes, settings, everything }) => {
    const isOurs = settings.has(SYNC_KEY) || settings.has(STATE)
    if (isOurs && !running.value) await load()
    const isWork = everything || entries.length + articles.size + notes.size > 0
    if (!on.value || running.value || (!isWork && (isOurs || settings.size === 0))) return
    waiting.value = await transact(
      await disk.open(),
      ['outbox', 'outgoing'],
      'readonly',
      readWaiting,
    )
    if (waiting.value.everything || waiting.value.changes > 0) later(SETTLED_MS)
  })

  return {
    ...{ on, choice, doneAt, waiting, devices, trouble, progress, running, stopped, outdated },
    ...{ aheadOf, wrap: client.wrap, load, attempt, follow, syncNow, stop },
  }
})
