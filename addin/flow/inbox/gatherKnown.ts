import { ok, type Result } from '../../../shared/base/result.ts'
import type { InboxKnown } from '../../../shared/inbox/inboxFile.ts'
import { chinaDay } from '../../../shared/quantity/dates/chinaDay.ts'
import { recordKeyText } from '../../../shared/record/figureRecord.ts'
import { EARLIER_PERIODS, type EarlierRecord } from '../../../shared/record/reading.ts'
import type { PeriodInfo } from '../../../shared/wire/period.ts'
import type { UnitSubmission } from '../../../shared/wire/submission.ts'
import type { ServerRecord } from '../../../shared/wire/sync.ts'
import type { ApiFault } from '../../ports/apiFault.ts'
import type { Ports } from '../../ports/ports.ts'
import type { PeriodContext } from '../periodContext.ts'
import { figureRecordOf, type StoredRecords } from '../pullRecords.ts'

/** The city as the inbox reads and sends by it, at one moment. */
export interface InboxCity {
  readonly known: InboxKnown
  /** Every unit's rows of the period, by the unit's id. */
  readonly stored: ReadonlyMap<string, StoredRecords>
  /** Every unit's states, and the files that were sent for it. */
  readonly units: readonly UnitSubmission[]
  readonly era: string
}

/** Fetches what files are read, matched and compared by: the city's rows of this period and of those before, layouts, states. */
export async function gatherKnown(ports: Ports, context: PeriodContext, signal?: AbortSignal): Promise<Result<InboxCity, ApiFault>> {
  const { period, register } = context
  const [rows, submissions, layouts, periods] = await Promise.all([
    cityRows(ports, period.id, signal),
    ports.api.submissions(period.id),
    ports.api.cityLayouts(),
    ports.api.periods(),
  ])
  if (!rows.ok) return rows
  if (!submissions.ok) return submissions
  if (!periods.ok) return periods
  const before: { readonly id: string; readonly records: readonly ServerRecord[] }[] = []
  for (const { id } of periodsBefore(periods.value, period)) {
    const earlier = await cityRows(ports, id, signal)
    if (!earlier.ok) return earlier
    before.push({ id, records: earlier.value.records })
  }
  const all = [...rows.value.records, ...before.flatMap(({ records }) => records)]
  // Without what is remembered, sheets are read all the same.
  const stored = layouts.ok ? layouts.value : []
  return ok({
    known: {
      register,
      period: period.id,
      today: chinaDay(ports.surroundings.now()),
      earlier: earlierByUnit(before),
      remembered: stored.filter(({ scope }) => scope === 'city'),
      people: peopleByUnit(all),
      layouts: new Map(stored.map(({ layout, reporter }) => [layout, reporter])),
    },
    stored: new Map(
      [...Map.groupBy(rows.value.records, ({ reporter }) => reporter)].map(([reporter, records]) => [
        reporter,
        new Map(records.map((record) => [recordKeyText(record), record])),
      ]),
    ),
    units: submissions.value.submissions,
    era: rows.value.era,
  })
}

const periodsBefore = (periods: readonly PeriodInfo[], { id, registerId }: PeriodInfo): readonly PeriodInfo[] =>
  periods
    .filter((one) => one.registerId === registerId && one.id < id)
    .sort((a, b) => (a.id < b.id ? 1 : -1))
    .slice(0, EARLIER_PERIODS)

/** Newest first. Of duties that moved only the unit's own rows are compared here; the server looks at its predecessor's as well. */
function earlierByUnit(
  before: readonly { readonly id: string; readonly records: readonly ServerRecord[] }[],
): ReadonlyMap<string, readonly EarlierRecord[]> {
  const all = before.flatMap(({ id, records }) =>
    records
      .filter(({ deleted }) => !deleted)
      .map((record) => ({ reporter: record.reporter, earlier: { ...figureRecordOf(record), period: id } })),
  )
  const byUnit = Map.groupBy(all, ({ reporter }) => reporter)
  return new Map([...byUnit].map(([reporter, rows]) => [reporter, rows.map(({ earlier }) => earlier)]))
}

/** Who has sent rows of a unit; a coordinator's name on the unit's behalf is none of its people. */
function peopleByUnit(records: readonly ServerRecord[]): ReadonlyMap<string, ReadonlySet<string>> {
  const byUnit = Map.groupBy(
    records.filter(({ onBehalf }) => !onBehalf),
    ({ reporter }) => reporter,
  )
  return new Map([...byUnit].map(([reporter, rows]) => [reporter, new Set(rows.map(({ by }) => by))]))
}

async function cityRows(
  ports: Ports,
  period: string,
  signal?: AbortSignal,
): Promise<Result<{ readonly records: readonly ServerRecord[]; readonly era: string }, ApiFault>> {
  const records = new Map<string, ServerRecord>()
  let era = ''
  let since: number | null = 0
  while (since !== null) {
    const page: Awaited<ReturnType<Ports['api']['cityRecords']>> = await ports.api.cityRecords(period, since, signal)
    if (!page.ok) return page
    for (const record of page.value.records) records.set(`${record.reporter}|${recordKeyText(record)}`, record)
    era = page.value.era
    const { next } = page.value
    since = next !== null && next > since ? next : null
  }
  return ok({ records: [...records.values()], era })
}
