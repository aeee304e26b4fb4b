import { createContext } from 'preact'
import { useContext, useEffect, useState } from 'preact/hooks'
import { judgedOn } from '../../../shared/consolidation/judgedOn.ts'
import { chinaDay } from '../../../shared/quantity/dates/chinaDay.ts'
import type { ActionContext } from '../../state/actionContext.ts'
import type { Actions } from '../../state/actions.ts'
import type { Store } from '../../state/createStore.ts'
import type { Stores } from '../../state/stores.ts'
import type { Texts } from '../text/texts.ts'

/** What every part of the pane is given: what is true, what can be done, and the words. */
export interface PaneProps {
  readonly stores: Stores
  readonly actions: Actions
  /** For screens that bring state and acts of their own. */
  readonly actionContext: ActionContext
  readonly texts: Texts
}

/** Brings the props of the pane to all of its parts, so that they need not be handed through each component. */
export const PaneContext = createContext<PaneProps | null>(null)

/** What the pane is given; throws outside of one, which is a bug of ours. */
export function usePane(): PaneProps {
  const pane = useContext(PaneContext)
  if (pane === null) throw new Error('usePane outside of the pane')
  return pane
}

/** The store's value, drawn again at each change. */
export function useStore<T>(store: Store<T>): T {
  const [value, show] = useState(store.get())
  useEffect(() => {
    // The store may have changed between drawing and listening. A function, since a value that is one would be called.
    show(() => store.get())
    return store.subscribe(() => show(() => store.get()))
  }, [store])
  return value
}

/** China's day, by the server's clock. */
export const useToday = (): string => chinaDay(usePane().actionContext.ports.surroundings.now())

/** The day that the period is judged on, as the server has it; null while no period is open. */
export function useJudgedOn(): string | null {
  const period = useStore(usePane().stores.context)?.period
  const today = useToday()
  return period === undefined ? null : judgedOn(today, period.softDeadline)
}
