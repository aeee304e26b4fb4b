import type { Mood } from '../richapi/mood.ts'
import type { BatchAnswer, BatchRequest } from '../richapi/wire.ts'
import { readsValues, writes } from './batchKind.ts'

/** Later than any patience of a client. */
const LATER_MS = 60_000

const NEVER = (): Promise<never> => new Promise(() => undefined)

/** The first batch that asks for values is never answered. */
export const hangingRead = (): Mood => once(readsValues, NEVER)

/** The first batch that writes is never answered, and takes effect all the same, a minute later. */
export const hangingWrite = (): Mood =>
  once(writes, (go) => {
    setTimeout(() => void go(), LATER_MS)
    return NEVER()
  })

/** Does otherwise with the first batch of a kind. */
function once(isMeant: (request: BatchRequest) => boolean, answer: (go: () => Promise<BatchAnswer>) => Promise<BatchAnswer>): Mood {
  let done = false
  return {
    batch: (request, go) => {
      if (done || !isMeant(request)) return go()
      done = true
      return answer(go)
    },
  }
}
