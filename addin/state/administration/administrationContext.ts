import type { Result } from '../../../shared/base/result.ts'
import type { LongWork } from '../../ports/longWork.ts'
import type { Ports } from '../../ports/ports.ts'
import type { ActionContext } from '../actionContext.ts'
import type { PaneFault } from '../fault.ts'
import type { Busy } from '../stores.ts'
import type { AdministrationStores, Done } from './administration.ts'

/** Runs one act: `then` hears of what it answered, a fault is said, and what was done is said where `done` is given. */
export type Perform = <T>(
  busy: Exclude<Busy, null>,
  act: (work: LongWork) => Promise<Result<T, PaneFault>>,
  then: (value: T) => void | Promise<void>,
  done?: Done | ((value: T) => Done),
) => Promise<boolean>

/** What every group of the administration's acts works with. */
export interface AdministrationContext {
  readonly actionContext: ActionContext
  readonly ports: Ports
  readonly stores: AdministrationStores
  readonly perform: Perform
}

/** How acts are run in this administration. */
export const createPerform =
  (actionContext: ActionContext, stores: AdministrationStores): Perform =>
  async (busy, act, then, done) => {
    let succeeded = false
    await actionContext.run(busy, async (work) => {
      // What was done stays said while something is only looked at.
      if (busy !== 'look') stores.done.set(null)
      const answer = await act(work)
      if (!answer.ok) return actionContext.showFault(answer.fault)
      await then(answer.value)
      if (done !== undefined) stores.done.set(typeof done === 'function' ? done(answer.value) : done)
      succeeded = true
    })
    return succeeded
  }
