import type { ComponentType } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { isKeyOf } from '../../shared/base/keysOf.ts'
import type { TabName } from '../state/tabs.ts'
import { firstTab } from '../state/tabs.ts'
import { DeviceNotice } from './DeviceNotice.tsx'
import { FaultNotice } from './FaultNotice.tsx'
import { ErrorBoundary } from './frame/ErrorBoundary.tsx'
import { lazy } from './frame/lazy.tsx'
import type { PaneProps } from './frame/usePane.ts'
import { PaneContext, useStore } from './frame/usePane.ts'
import { Header } from './Header.tsx'
import { SignIn } from './SignIn.tsx'
import { CheckPanel } from './submit/CheckPanel.tsx'
import { VisitorHeader } from './VisitorHeader.tsx'
import { Working } from './Working.tsx'

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
  const context = useStore(stores.context)
  const busy = useStore(stores.busy)
  const main = useRef<HTMLElement>(null)
  const screen = useScreen({ stores })
  const isIn = session.tag === 'signedIn' || session.tag === 'visitor'
  const ready = isIn && (context !== null || NEEDS_NO_PERIOD.has(screen))

  useEffect(() => {
    if (screen === 'preview' || screen === 'answers' || screen === 'noTable') main.current?.querySelector<HTMLElement>('h2')?.focus()
  }, [screen])

  return (
    <div class="pane" aria-busy={busy !== null}>
      {session.tag === 'signedIn' && <Header />}
      {session.tag === 'visitor' && <VisitorHeader />}
      <main ref={main}>
        <FaultNotice />
        <DeviceNotice />
        {session.tag === 'signedOut' && <SignIn />}
        {ready && <Content screen={screen} />}
        {!ready && session.tag !== 'signedOut' && busy === null && (
          <fluent-button class="wide" appearance="primary" data-testid="retry" onClick={() => void actions.begin(null)}>
            {texts.fault.retry}
          </fluent-button>
        )}
      </main>
      <Working />
    </div>
  )
}

function Content({ screen }: { screen: ScreenName }) {
  const Panel = isKeyOf(FETCHED, screen) ? FETCHED[screen] : AT_ONCE[screen]
  return <Panel key={screen} />
}

type Fetched = Exclude<TabName, 'sheet'> | 'completion' | 'preview' | 'answers' | 'noTable'
type AtOnce = 'check'
type ScreenName = AtOnce | Fetched

/** The screen that the pane opens with is part of its first chunk. */
const AT_ONCE: Readonly<Record<AtOnce, ComponentType>> = { check: CheckPanel }

const answers = async () => (await import('./submit/AnswerPanel.tsx')).AnswerPanel
/** With the look before sending comes what shows the answer: nothing is sent whose answer could not be shown. */
const preview = async () => {
  const [{ PreviewPanel }] = await Promise.all([import('./submit/PreviewPanel.tsx'), answers()])
  return PreviewPanel
}

/** Screens that are fetched when first shown: the other tabs', and what comes after the check. */
const FETCHED: Readonly<Record<Fetched, ComponentType>> = {
  preview: lazy(preview),
  answers: lazy(answers),
  noTable: lazy(async () => (await import('./submit/NoTablePanel.tsx')).NoTablePanel),
  unit: lazy(async () => (await import('./unit/UnitPanel.tsx')).OwnUnitPanel),
  units: lazy(async () => (await import('./unit/UnitsPanel.tsx')).UnitsPanel),
  completion: lazy(async () => (await import('./unit/CompletionPanel.tsx')).CompletionPanel),
  inbox: lazy(async () => (await import('./inbox/InboxScreen.tsx')).InboxScreen),
  city: lazy(async () => (await import('./city/CoordinatorPanel.tsx')).CoordinatorPanel),
  periods: lazy(async () => (await import('./administration/periods/PeriodsScreen.tsx')).PeriodsScreen),
  layouts: lazy(async () => (await import('./administration/layouts/LayoutsScreen.tsx')).LayoutsScreen),
  registers: lazy(async () => (await import('./administration/registers/RegistersScreen.tsx')).RegistersScreen),
  accounts: lazy(async () => (await import('./administration/accounts/AccountsScreen.tsx')).AccountsScreen),
  changes: lazy(async () => (await import('./administration/changes/ChangesScreen.tsx')).ChangesScreen),
  audit: lazy(async () => (await import('./administration/audit/AuditScreen.tsx')).AuditScreen),
  backup: lazy(async () => (await import('./administration/BackupScreen.tsx')).BackupScreen),
  devices: lazy(async () => (await import('./administration/accounts/DevicesScreen.tsx')).DevicesScreen),
}
/** Screens of the city's own staff and of one's devices: there before the first period is. */
const NEEDS_NO_PERIOD: ReadonlySet<ScreenName> = new Set<ScreenName>([
  'periods',
  'layouts',
  'registers',
  'accounts',
  'changes',
  'audit',
  'backup',
  'devices',
])

function useScreen({ stores }: Pick<PaneProps, 'stores'>): ScreenName {
  const session = useStore(stores.session)
  const chosen = useStore(stores.tab)
  const pending = useStore(stores.pending)
  const answers = useStore(stores.answers)
  const checked = useStore(stores.checked)
  const completion = useStore(stores.completion)
  const tab = chosen ?? (session.tag === 'signedIn' ? firstTab(session.account) : 'sheet')
  if (completion !== null && (tab === 'sheet' || tab === 'unit')) return 'completion'
  if (tab !== 'sheet') return tab
  if (pending !== null) return 'preview'
  if (answers !== null) return 'answers'
  return checked.tag === 'noTable' ? 'noTable' : 'check'
}
