import { makeNextSheet, type NextSheet, planNextSheet } from '../flow/submit/nextSheet.ts'
import type { ActionContext } from './actionContext.ts'
import { createStore, type Store } from './createStore.ts'

/** Next month's sheet in this pane: nothing yet, what it would be (`changed`: the sheet said something else when it was to be made), or made. */
export type NextSheetState =
  | { readonly tag: 'none' }
  | { readonly tag: 'planned'; readonly plan: NextSheet; readonly changed: boolean }
  | { readonly tag: 'made'; readonly name: string; readonly period: string }

/** The acts on next month's sheet. */
export interface NextSheetActs {
  readonly state: Store<NextSheetState>
  /** Says what it would be; writes nothing. */
  plan(): Promise<void>
  /** Makes what was looked at. */
  make(): Promise<void>
  close(): void
}

/** Next month's sheet, for as long as a person looks at it. */
export function createNextSheet({ ports, runInPeriod, showFault }: ActionContext): NextSheetActs {
  const state = createStore<NextSheetState>({ tag: 'none' })
  return {
    state,
    plan: () =>
      runInPeriod('check', async (context, work) => {
        const plan = await planNextSheet(ports, context, work)
        if (!plan.ok) return showFault(plan.fault)
        state.set({ tag: 'planned', plan: plan.value, changed: false })
      }),
    make: () =>
      runInPeriod('write', async (context, work) => {
        const seen = state.get()
        if (seen.tag !== 'planned') return
        const made = await makeNextSheet(ports, context, seen.plan, work)
        if (!made.ok) return showFault(made.fault)
        if (made.value.tag === 'changed') state.set({ tag: 'planned', plan: made.value.now, changed: true })
        else state.set({ tag: 'made', name: made.value.name, period: seen.plan.period })
      }),
    close: () => state.set({ tag: 'none' }),
  }
}
