import { useEffect, useRef } from 'preact/hooks'
import type { TabName } from '../state/tabs.ts'
import { tabsOf } from '../state/tabs.ts'
import { AnswerPanel } from './AnswerPanel.tsx'
import { CheckPanel } from './CheckPanel.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { FaultNotice } from './FaultNotice.tsx'
import { Header } from './Header.tsx'
import { Lazy, type LoadScreen } from './Lazy.tsx'
import { NoTablePanel } from './NoTablePanel.tsx'
import { PreviewPanel } from './PreviewPanel.tsx'
import { SignIn } from './SignIn.tsx'
import type { PaneProps } from './usePane.ts'
import { PaneContext, useStore } from './usePane.ts'

/** The pane: one screen at a time, chosen by what is true. */
export function App(props: PaneProps) {
  return (
    <PaneContext.Provider value={props}>
      <ErrorBoundary texts={props.texts}>
        <Screen {...props} />
      </ErrorBoundary>
    </PaneContext.Provider>
  )
}

function Screen({ stores, actions, texts }: PaneProps) {
  const session = useStore(stores.session)
  const desk = useStore(stores.desk)
  const busy = useStore(stores.busy)
  const main = useRef<HTMLElement>(null)
  const screen = useScreen({ stores })

  useEffect(() => {
    if (screen === 'preview' || screen === 'answers' || screen === 'noTable') main.current?.querySelector<HTMLElement>('h2')?.focus()
  }, [screen])

  return (
    <div class="pane" aria-busy={busy !== null}>
      {session.tag === 'signedIn' && <Header />}
      <main ref={main}>
        <FaultNotice />
        {session.tag === 'signedOut' && <SignIn />}
        {session.tag === 'signedIn' && desk !== null && (
          <>
            {screen === 'preview' && <PreviewPanel />}
            {screen === 'answers' && <AnswerPanel />}
            {screen === 'noTable' && <NoTablePanel />}
            {screen === 'check' && <CheckPanel />}
            {isFetched(screen) && <Lazy load={FETCHED[screen]} />}
          </>
        )}
        {(session.tag === 'unknown' || (session.tag === 'signedIn' && desk === null)) && busy === null && (
          <fluent-button class="wide" appearance="primary" data-testid="retry" onClick={() => void actions.begin(null)}>
            {texts.fault.retry}
          </fluent-button>
        )}
      </main>
      <div class="status" role="status" aria-live="polite">
        {busy !== null && (
          <span class="working">
            <fluent-spinner size="tiny" />
            {texts.busy[busy]}
          </span>
        )}
      </div>
    </div>
  )
}

type FetchedTab = Exclude<TabName, 'sheet'>
type ScreenName = 'preview' | 'answers' | 'noTable' | 'check' | FetchedTab

/** What the other tabs show, each a chunk that is fetched when it is first shown. The sheet's own has several screens. */
const FETCHED: Readonly<Record<FetchedTab, LoadScreen>> = {
  city: async () => (await import('./CoordinatorPanel.tsx')).CoordinatorPanel,
}
const isFetched = (screen: ScreenName): screen is FetchedTab => screen in FETCHED

function useScreen({ stores }: Pick<PaneProps, 'stores'>): ScreenName {
  const desk = useStore(stores.desk)
  const chosen = useStore(stores.tab)
  const pending = useStore(stores.pending)
  const answers = useStore(stores.answers)
  const checked = useStore(stores.checked)
  const tab = chosen ?? (desk === null ? undefined : tabsOf(desk.account)[0]) ?? 'sheet'
  if (tab !== 'sheet') return tab
  if (pending !== null) return 'preview'
  if (answers !== null) return 'answers'
  return checked.tag === 'noTable' ? 'noTable' : 'check'
}
