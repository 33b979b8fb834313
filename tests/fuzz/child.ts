/** Takes orders `{ target, from, to }` from the parent and tells the seed it is at, then what was found. */
import { diceOf } from './dice.ts'
import { TARGETS } from './targets.ts'
import { isRefusal, unpolluted } from './verdict.ts'

export interface Order {
  readonly target: string
  readonly from: number
  readonly to: number
}
export type Told =
  | { readonly at: number }
  | { readonly at: number; readonly finding: string }
  | { readonly done: true }

const tell = (told: Told): void => void process.send?.(told)

process.on('message', ({ target, from, to }: Order) => {
  void run(target, from, to)
})

async function run(target: string, from: number, to: number): Promise<void> {
  for (let at = from; at < to; at++) {
    tell({ at })
    try {
      await TARGETS[target]!(diceOf(at))
      unpolluted()
    } catch (error) {
      if (!isRefusal(error))
        tell({
          at,
          finding: error instanceof Error ? (error.stack ?? error.message) : String(error),
        })
    }
  }
  tell({ done: true })
}
