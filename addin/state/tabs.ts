import type { Account, Role } from '../../shared/wire/session.ts'

/** Where a person can go in the pane, in the order shown. A new screen adds its name here, who sees it, its words and its panel. */
export const TABS = ['sheet', 'city'] as const
export type TabName = (typeof TABS)[number]

const SEEN_BY: Readonly<Record<TabName, ReadonlySet<Role>>> = {
  /** The unit's own sheet: check and send. */
  sheet: new Set(['clerk', 'reviewer']),
  city: new Set(['coordinator', 'administrator', 'auditor', 'reader']),
}

/** The tabs of an account; the first is where it begins. City staff who report for a unit of their own have its sheet too. */
export const tabsOf = ({ role, reporter }: Account): readonly TabName[] =>
  TABS.filter((tab) => SEEN_BY[tab].has(role) || (tab === 'sheet' && reporter !== null))
