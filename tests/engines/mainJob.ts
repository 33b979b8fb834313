/** The main job in the words of the interface, for a hand on any engine. */
import { at, button, type Hand, heading, link, marked } from './hand.ts'

/** First run: choose what is preset and look around. */
export async function getStarted(hand: Hand): Promise<void> {
  await hand.click(button('Look around first'))
  await hand.see(heading('Today'))
}

/** Resolves once everything is there for offline, and the service worker serves the page, which is loaded again for it. */
export async function untilOffline(hand: Hand): Promise<void> {
  await hand.see(at('.notices'), 'Ready to use offline.')
  await hand.run(async () => {
    const { active } = await navigator.serviceWorker.ready
    while (active?.state !== 'activated') await new Promise((resolve) => setTimeout(resolve, 50))
  }, null)
  await hand.open()
  await hand.run(async () => {
    while (navigator.serviceWorker.controller === null)
      await new Promise((resolve) => setTimeout(resolve, 50))
  }, null)
  await hand.see(heading('Today'))
}

/** Adds the first starter text of the library with what is ticked, and comes back to Today. */
export async function takeStarterDeck(hand: Hand): Promise<void> {
  await openStarterDeck(hand)
  await pickAndAdd(hand)
}

/** From Today to the pairs of a starter text. */
export async function openStarterDeck(hand: Hand): Promise<void> {
  await hand.click(link('Library'))
  await hand.click(marked('text-starter-i-get-up-at-night'))
  await hand.click(marked('learn'))
}

/** Imports a text as somebody would paste it. */
export async function importText(hand: Hand, text: string): Promise<void> {
  await hand.click(link('Add'))
  await hand.fill(marked('paste-field'), text)
  await hand.click(button('Use this text'))
  await pickAndAdd(hand)
}

async function pickAndAdd(hand: Hand): Promise<void> {
  await hand.click(button('Choose words'))
  await hand.see(heading('What to learn'))
  await hand.click(button(/^(Learn (this one|these \d+)|Save without cards)/))
  await hand.see(heading('Today'))
  await hand.see(marked('start'))
}

/** Answers so many cards with the keyboard alone, then leaves the review. */
export async function reviewByKeys(hand: Hand, cards: number): Promise<void> {
  await hand.click(marked('start'))
  for (let i = 0; i < cards; i++) {
    await hand.see(marked('reveal'))
    const left = await hand.read(marked('left'))
    await hand.press(' ')
    await hand.see(button(/^Remembered/))
    await hand.press(i % 2 === 0 ? '3' : '1')
    await hand.run(async (before) => {
      const isNext = () =>
        document.querySelector('[data-testid=reveal]') !== null &&
        (before === '' || document.querySelector('[data-testid=left]') !== null)
      while (!isNext()) await new Promise((resolve) => setTimeout(resolve, 20))
    }, left)
  }
  await hand.click(button('Close'))
  await hand.see(heading('Today'))
}

/** How many answers the review log on this browser's disk has, sealed ones included. */
export const countAnswers = (hand: Hand): Promise<number> =>
  hand.run(
    () =>
      new Promise<number>((resolve, reject) => {
        const request = indexedDB.open('duizhao')
        request.onerror = () => reject(request.error)
        request.onsuccess = () => {
          const database = request.result
          const stores = database.transaction(['log', 'segments'])
          const pending = stores.objectStore('log').count()
          const sealed = stores.objectStore('segments').getAll()
          sealed.onsuccess = () => {
            database.close()
            const answers = sealed.result.map(({ entries }) => Number(entries.at.length))
            resolve(answers.reduce((sum, one) => sum + one, pending.result))
          }
          sealed.onerror = () => reject(sealed.error)
        }
      }),
    null,
  )

/**
 * Saves a backup and returns its bytes, as the page hands them over: Firefox reports no download to who drives it, and
 * WebKitGTK keeps none.
 */
export async function saveBackup(hand: Hand): Promise<Buffer> {
  await hand.click(link('Settings'))
  await hand.see(heading('Settings'))
  await hand.click(link(/^Your data/))
  await hand.run(() => {
    const made = URL.createObjectURL.bind(URL)
    URL.createObjectURL = (object) => {
      if (object instanceof Blob) Reflect.set(globalThis, 'savedFile', object)
      return made(object)
    }
    HTMLAnchorElement.prototype.click = () => undefined
  }, null)
  await hand.click(button('Save a backup'))
  await hand.see(marked('unsaved'), 'Every review is backed up.')
  const base64 = await hand.run(async () => {
    const saved: unknown = Reflect.get(globalThis, 'savedFile')
    if (!(saved instanceof Blob)) throw new Error('no file was handed over')
    const bytes = new Uint8Array(await saved.arrayBuffer())
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  }, null)
  return Buffer.from(base64, 'base64')
}
