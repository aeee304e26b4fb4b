import { useEffect, useState } from 'preact/hooks'
import type { Inbox } from '../../ports/inbox.ts'
import { inboxOf } from '../../state/inbox/inboxOf.ts'
import { usePane, useStore } from '../frame/usePane.ts'
import { inboxEn } from '../text/inboxEn.ts'
import { inboxZhCN } from '../text/inboxZhCN.ts'

/** What every part of the inbox's screen is given; null until it is fetched, and where this pane has none or no period is open. */
export function useInbox() {
  const { stores, actionContext, texts } = usePane()
  const context = useStore(stores.context)
  const idle = useStore(stores.busy) === null
  const [port, setPort] = useState<Inbox | null>(null)
  useEffect(() => {
    actionContext.ports.inbox?.().then(
      (fetched) => setPort(fetched),
      () => stores.fault.set({ tag: 'screenMissing' }),
    )
  }, [])
  if (port === null || context === null) return null
  const words = texts.language === 'en' ? inboxEn : inboxZhCN
  return { inbox: inboxOf(actionContext, port, context.account.id, context.period.id), context, texts, words, idle }
}
/** The same, where there is one. */
export type InboxProps = NonNullable<ReturnType<typeof useInbox>>
