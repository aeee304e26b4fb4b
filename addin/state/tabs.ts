import type { Account, Role } from '../../shared/wire/session.ts'

/** Where a person can go in the pane, in the order shown. A new screen adds its name here, who sees it, its words and its panel. */
export const TABS = [
  'sheet',
  'unit',
  'city',
  'units',
  'inbox',
  'periods',
  'layouts',
  'registers',
  'accounts',
  'changes',
  'audit',
  'backup',
  'devices',
] as const
export type TabName = (typeof TABS)[number]

const SEEN_BY: Readonly<Record<TabName, ReadonlySet<Role>>> = {
  /** The unit's own sheet: check and send. */
  sheet: new Set(['clerk', 'reviewer']),
  /** The unit's period: its states and acts, its rows, what was said of them. */
  unit: new Set(['clerk', 'reviewer']),
  units: new Set(['coordinator', 'auditor', 'reader']),
  /** Files that units mailed, read and sent on their behalf. */
  inbox: new Set(['coordinator']),
  city: new Set(['coordinator', 'auditor', 'reader']),
  periods: new Set(['coordinator', 'administrator', 'auditor']),
  layouts: new Set(['coordinator', 'auditor']),
  registers: new Set(['administrator']),
  accounts: new Set(['administrator', 'auditor']),
  /** Which figures were changed after they had been reported. */
  changes: new Set(['auditor']),
  audit: new Set(['administrator', 'auditor']),
  backup: new Set(['administrator']),
  /** One's own devices: everybody's, behind a button of its own. */
  devices: new Set(),
}

/** The tabs of an account. City staff who report for a unit of their own have its sheet too. */
export const tabsOf = ({ role, reporter }: Account): readonly TabName[] =>
  TABS.filter((tab) => SEEN_BY[tab].has(role) || ((tab === 'sheet' || tab === 'unit') && reporter !== null))

/** Where an account begins: a reviewer at what the unit sent, everybody else at the first tab. */
export const firstTab = (account: Account): TabName => (account.role === 'reviewer' ? 'unit' : (tabsOf(account)[0] ?? 'sheet'))
