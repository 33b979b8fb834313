import { defineStore } from 'pinia'
import { computed } from 'vue'
import { changeChoice, type SyncPlace } from '../storage/sync/state.ts'
import { erase as eraseShelf, join, leave as leaveShelf } from '../sync/join.ts'
import { changePassphrase, learnPassphrase } from '../sync/passphrase.ts'
import { linkTo } from '../sync/place.ts'
import { useDisk } from './disk.ts'
import { useSync } from './sync.ts'

export { placeIn } from '../sync/place.ts'

/** What the learner does with the place their devices meet at, on its page alone: joining, passing it on, leaving. */
export const useSyncPlace = defineStore('syncPlace', () => {
  const disk = useDisk()
  const sync = useSync()

  /** Turns sync on, and does the first round; whether it is on. */
  async function connect(place: SyncPlace, device: string): Promise<boolean> {
    const isOn = await sync.attempt(place, ({ disk: own, shelf, seals }) =>
      join({ disk: own, shelf, seals, wrap: sync.wrap }, place, device),
    )
    if (isOn) await sync.follow()
    return isOn
  }

  /** Another password, or the passphrase that holds now: from here on that. */
  async function mend({ password, passphrase }: Partial<SyncPlace>): Promise<void> {
    const { choice } = sync
    if (choice === null) return
    if (password !== undefined) await changeChoice(await disk.open(), choice, { password })
    if (passphrase !== undefined) {
      const isRight = await sync.attempt(choice, (tools) => learnPassphrase(tools, passphrase))
      if (!isRight) return
    }
    await sync.syncNow()
  }

  /** Whether the passphrase is now this one. */
  async function change(passphrase: string): Promise<boolean> {
    const { choice } = sync
    if (choice === null) return false
    return await sync.attempt(choice, (tools) => changePassphrase(tools, sync.wrap, passphrase))
  }

  async function leave(): Promise<void> {
    if (sync.choice === null) return
    await sync.attempt(sync.choice, leaveShelf)
    if (!sync.on) sync.trouble = null
  }

  async function erase(): Promise<void> {
    if (sync.choice !== null) await sync.attempt(sync.choice, eraseShelf)
  }

  /** What another device opens; empty while it would not help it. */
  const link = computed(() => {
    const app = new URL(`${import.meta.env.BASE_URL}sync`, window.location.origin).href
    const { choice } = sync
    return choice === null || choice.isPassphraseOld === true ? '' : linkTo(app, choice)
  })

  return { link, connect, mend, change, leave, erase }
})
