import type { PeriodContext } from '../flow/periodContext.ts'
import type { LongWork } from '../ports/longWork.ts'
import type { Ports } from '../ports/ports.ts'
import type { PaneFault } from './fault.ts'
import { type Busy, NOT_BEGUN, type Stores } from './stores.ts'

/** What every group of actions works with. */
export interface ActionContext {
  readonly ports: Ports
  readonly stores: Stores
  /** Runs one thing at a time; a click while busy is dropped, and a bug ends at this edge. What takes long says so by `work`. */
  run(busy: Exclude<Busy, null>, act: (work: LongWork) => Promise<void>): Promise<void>
  /** The same, where a period is open. */
  runInPeriod(busy: Exclude<Busy, null>, act: (context: PeriodContext, work: LongWork) => Promise<void>): Promise<void>
  /** Tells what runs to stop where it can; it then says itself how far it came. */
  cancel(): void
  /** Does the last act once more, from its start. */
  retry(): Promise<void>
  /** Shows a fault; where the server no longer knows the person, the sign-in opens and the work stays. */
  showFault(fault: PaneFault): void
}

/** The one context of a pane; `report` hears of our own bugs. */
export function createActionContext(ports: Ports, stores: Stores, report: (bug: unknown) => void): ActionContext {
  let running = new AbortController()
  let last: () => Promise<void> = async () => undefined
  const noteSafety = (): void => {
    const now = { ...ports.outbox.safety(), tokenLasts: ports.memory.tokenLasts() }
    stores.device.update((before) => (JSON.stringify(before) === JSON.stringify(now) ? before : now))
  }
  const actionContext: ActionContext = {
    ports,
    stores,
    async run(busy, act) {
      if (stores.busy.get() !== null) return
      running = new AbortController()
      last = () => actionContext.run(busy, act)
      stores.busy.set(busy)
      stores.fault.set(null)
      stores.progress.set(NOT_BEGUN)
      try {
        await act({
          signal: running.signal,
          onProgress: (done, of) => stores.progress.update((before) => ({ ...before, done, of })),
        })
      } catch (error) {
        report(error)
        stores.fault.set({ tag: 'bug', message: error instanceof Error ? error.message : String(error) })
      } finally {
        noteSafety()
        stores.busy.set(null)
      }
    },
    retry: () => last(),
    runInPeriod: (busy, act) =>
      actionContext.run(busy, async (work) => {
        const context = stores.context.get()
        if (context !== null) await act(context, work)
      }),
    cancel() {
      running.abort()
      stores.progress.update((before) => ({ ...before, stopping: true }))
    },
    showFault(fault) {
      stores.fault.set(fault)
      const cause = fault.tag === 'undelivered' ? fault.cause : fault
      if (cause.tag === 'signedOut') stores.session.set({ tag: 'signedOut' })
    },
  }
  return actionContext
}

/** Runs an act and answers whether it came to its end: `run` calls `yes` there. */
export async function succeeded(run: (yes: () => void) => Promise<void>): Promise<boolean> {
  let done = false
  await run(() => {
    done = true
  })
  return done
}
