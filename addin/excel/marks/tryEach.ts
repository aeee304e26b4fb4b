import { CELL_EDITING, isPayloadError, officeCode } from '../host/hostFault.ts'
import type { Batch } from '../host/runOnWorkbook.ts'

/** As many items may fail at the cost of a round trip each; with more, the rest is given up. */
const MOST_FAILURES = 24

/** An item that could not be done, and why. */
export interface Failure<T> {
  readonly item: T
  readonly error: unknown
}

/**
 * Does `act` for each item, all in one round trip. Excel ends a batch at the first act that fails and has done what came
 * before: traces say how far it came, and the rest goes again without the one that failed. Answers what failed. Faults of
 * the host as a whole are thrown.
 */
export async function tryEach<T>(items: readonly T[], act: (item: T) => void, { context, sync }: Batch): Promise<readonly Failure<T>[]> {
  const failures: Failure<T>[] = []
  let rest = items
  while (rest.length > 0) {
    for (const item of rest) {
      act(item)
      context.trace('done')
    }
    try {
      await sync()
      return failures
    } catch (error) {
      const done = tracesOf(error)
      const item = rest[done]
      if (item === undefined || !isAboutOne(error)) throw error
      failures.push({ item, error })
      rest = rest.slice(done + 1)
      if (failures.length >= MOST_FAILURES) return [...failures, ...rest.map((left) => ({ item: left, error }))]
    }
  }
  return failures
}

/** Not where the host refuses whatever it is asked. */
function isAboutOne(error: unknown): boolean {
  const code = officeCode(error)
  return code !== undefined && code !== CELL_EDITING && code !== 'AccessDenied' && !isPayloadError(error)
}

function tracesOf(error: unknown): number {
  const traces = typeof error === 'object' && error !== null && 'traceMessages' in error ? error.traceMessages : undefined
  return Array.isArray(traces) ? traces.length : 0
}
