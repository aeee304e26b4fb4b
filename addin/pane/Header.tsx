import { unitById } from '../../shared/register/registerIndex.ts'
import { periodStatus } from '../flow/session/periodStatus.ts'
import { PeriodSelect } from './frame/PeriodSelect.tsx'
import { usePane, useStore, useToday } from './frame/usePane.ts'
import { Tabs } from './Tabs.tsx'

/** Whose pane this is, and for which period. */
export function Header() {
  const { stores, actions, texts } = usePane()
  const session = useStore(stores.session)
  const periods = useStore(stores.periods)
  const context = useStore(stores.context)
  const busy = useStore(stores.busy)
  const shown = useStore(stores.unit)?.unit
  const today = useToday()
  if (session.tag !== 'signedIn') return null
  const { account } = session
  const period = context?.period
  const own = shown?.reporter === account.reporter ? shown?.submission : null
  const others = periods.filter(({ id, state }) => period !== undefined && state === 'open' && id > period.id)
  // As the register of the period on show calls it: a unit is renamed from one year, or one version, to the next.
  const unit = (context && unitById(context.register, account.reporter ?? '')?.name) ?? account.reporterName
  return (
    <header>
      <div class="who">
        <div>
          <h1 data-testid="unit">{unit ?? texts.roles[account.role]}</h1>
          <p class="small">
            {account.name}
            {account.reporterName !== null && ` · ${texts.roles[account.role]}`}
          </p>
        </div>
        <div class="mine">
          <fluent-button appearance="subtle" size="small" data-testid="go-devices" onClick={() => actions.show('devices')}>
            {texts.tabs.devices}
          </fluent-button>
          <fluent-button
            appearance="subtle"
            size="small"
            disabled={busy !== null}
            data-testid="sign-out"
            onClick={() => void actions.signOut()}
          >
            {texts.signIn.out}
          </fluent-button>
        </div>
      </div>
      {period !== undefined && (
        <div class="period">
          <PeriodSelect />
          <span class={`small ${period.state}`} data-testid="period-status">
            {texts.period.status(periodStatus(period, own ?? null, today))}
          </span>
          {others.length > 0 && (
            <span class="small" data-testid="also-open">
              {texts.period.alsoOpen(others.map(({ id }) => texts.app.period(id)).join(texts.separator))}
            </span>
          )}
        </div>
      )}
      <Tabs />
    </header>
  )
}
