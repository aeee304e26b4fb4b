import type { Desk } from '../flow/desk.ts'
import type { Ports } from '../ports.ts'
import type { PaneFault } from './fault.ts'
import type { Busy, Stores } from './stores.ts'

/** What every group of actions works with. */
export interface Bench {
  readonly ports: Ports
  readonly stores: Stores
  /** Runs one thing at a time; a click while busy is dropped, and a bug ends at this edge. */
  doing(busy: Exclude<Busy, null>, act: () => Promise<void>): Promise<void>
  /** The same, where a period is open. */
  atDesk(busy: Exclude<Busy, null>, act: (desk: Desk) => Promise<void>): Promise<void>
  /** Says a fault; where the server no longer knows the person, the sign-in opens and the work stays. */
  say(fault: PaneFault): void
}

export function createBench(ports: Ports, stores: Stores, report: (bug: unknown) => void): Bench {
  const bench: Bench = {
    ports,
    stores,
    async doing(busy, act) {
      if (stores.busy.get() !== null) return
      stores.busy.set(busy)
      stores.fault.set(null)
      try {
        await act()
      } catch (error) {
        report(error)
        stores.fault.set({ tag: 'bug', message: error instanceof Error ? error.message : String(error) })
      } finally {
        stores.busy.set(null)
      }
    },
    atDesk: (busy, act) =>
      bench.doing(busy, async () => {
        const desk = stores.desk.get()
        if (desk !== null) await act(desk)
      }),
    say(fault) {
      stores.fault.set(fault)
      const cause = fault.tag === 'undelivered' ? fault.cause : fault
      if (cause.tag === 'signedOut') stores.session.set({ tag: 'signedOut' })
    },
  }
  return bench
}
