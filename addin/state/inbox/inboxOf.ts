import type { Inbox } from '../../ports/inbox.ts'
import type { ActionContext } from '../actionContext.ts'
import { createInbox } from './createInbox.ts'

type OfPeriod = ReturnType<typeof createInbox>
const open = new WeakMap<ActionContext, { readonly of: string; readonly inbox: OfPeriod }>()

/** The inbox in this pane, one for each account and period: the next person or period meets nothing of the one before. */
export function inboxOf(actionContext: ActionContext, inbox: Inbox, account: string, period: string): OfPeriod {
  const of = `${account}|${period}`
  const known = open.get(actionContext)
  if (known?.of === of) return known.inbox
  const created = createInbox(actionContext, inbox, of)
  open.set(actionContext, { of, inbox: created })
  return created
}
