import type { LongWork } from '../../addin/ports/longWork.ts'

/** Long work that nobody stops. */
export const unstopped = (): LongWork => ({ signal: new AbortController().signal, onProgress: () => undefined })

/** Long work that is stopped once it has reported so many steps; `done` hears how far each was. */
export function stoppedAfter(steps: number, done: number[] = []): LongWork {
  const controller = new AbortController()
  if (steps === 0) controller.abort()
  return {
    signal: controller.signal,
    onProgress(now) {
      done.push(now)
      if (done.length >= steps) controller.abort()
    },
  }
}
