import { firstTab, tabsOf } from '../state/tabs.ts'
import { usePane, useStore } from './frame/usePane.ts'

/** Where the person can go; nothing where there is but one place. */
export function Tabs() {
  const { stores, actions, texts } = usePane()
  const session = useStore(stores.session)
  const chosen = useStore(stores.tab)
  if (session.tag !== 'signedIn') return null
  const { account } = session
  const tabs = tabsOf(account)
  if (tabs.length < 2) return null
  return (
    <nav class="tabs" aria-label={texts.tabs.label}>
      {tabs.map((tab) => (
        <button
          key={tab}
          type="button"
          aria-current={tab === (chosen ?? firstTab(account)) ? 'page' : undefined}
          data-testid={`go-${tab}`}
          onClick={() => actions.show(tab)}
        >
          {texts.tabs[tab]}
        </button>
      ))}
    </nav>
  )
}
