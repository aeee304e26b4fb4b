import type { Ask } from './context.ts'
import { Refusal } from './problem.ts'

/** The epoch of an If-Match header ("3", quoted or not); undefined where there is none. Throws preconditionFailed for another form. */
export function ifMatchEpoch(c: Ask): number | undefined {
  const header = c.req.header('if-match')
  if (header === undefined) return undefined
  const epoch = /^"?(\d{1,9})"?$/.exec(header.trim())?.[1]
  if (epoch === undefined) throw new Refusal('preconditionFailed')
  return Number(epoch)
}
