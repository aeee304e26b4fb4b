import { ok, type Result } from '../../../shared/base/result.ts'
import type { RecognizedTable } from '../../../shared/record/reading.ts'
import { MOST_HEADINGS, type RememberedColumn } from '../../../shared/record/rememberedLayout.ts'
import type { StoredLayout } from '../../../shared/wire/layouts.ts'
import type { ApiFault } from '../../ports/apiFault.ts'
import type { Ports } from '../../ports/ports.ts'
import type { PeriodContext } from '../periodContext.ts'
import type { SheetCheck } from './checkSheet.ts'

/** A unit's layouts as a check met them, and the check's tables, one for each layout. */
type Checked = Pick<SheetCheck, 'layouts' | 'reading'>

/**
 * Remembers for the person's unit what was said of the columns of the tables of a sheet, on top of what they were read by.
 * It is a help for next month and holds nothing up: what cannot be stored is not. Answers what the unit remembers then.
 */
export async function rememberCorrections(ports: Ports, context: PeriodContext, check: Checked): Promise<readonly StoredLayout[]> {
  return change(ports, context, check, ({ memory }) =>
    merged(memory.recalled && memory.recalled.columns.length > 0 ? memory.recalled.said : [], memory.corrected),
  )
}

/** Forgets for the unit what the corrections of this sheet had said; what others said of the layout stays. */
export async function unrememberCorrections(ports: Ports, context: PeriodContext, check: Checked): Promise<readonly StoredLayout[]> {
  return change(ports, context, check, ({ memory }, stored) => {
    const said = new Set(memory.corrected.map((one) => JSON.stringify(ordered(one))))
    return (stored?.columns ?? []).filter((one) => !said.has(JSON.stringify(ordered(one))))
  })
}

/** Changes what the unit remembers of each layout that was corrected in the sheet. */
async function change(
  ports: Ports,
  context: PeriodContext,
  { layouts, reading }: Checked,
  columnsOf: (table: RecognizedTable, stored: StoredLayout | undefined) => readonly RememberedColumn[],
): Promise<readonly StoredLayout[]> {
  const { reporter } = context.account
  if (reporter === null) return layouts
  let after = layouts
  for (const table of reading.tables) {
    const { layout, headings, corrected } = table.memory
    if (layout === '' || corrected.length === 0) continue
    const stored = ownLayout(after, layout)
    const columns = columnsOf(table, stored)
    if (stored && JSON.stringify(stored.columns.map(ordered)) === JSON.stringify(columns.map(ordered))) continue
    const put = async (base: number): Promise<Result<StoredLayout | null, ApiFault>> => {
      if (columns.length > 0)
        return ports.api.rememberLayout(reporter, layout, {
          register: context.register.id,
          headings: headings.slice(0, MOST_HEADINGS),
          columns,
          base,
        })
      const gone = base === 0 ? ok(undefined) : await ports.api.forgetLayout(reporter, layout)
      return gone.ok ? ok(null) : gone
    }
    let done = await put(stored?.version ?? 0)
    if (!done.ok && done.fault.tag === 'problem' && done.fault.code === 'preconditionFailed') {
      // a colleague said something of the same layout meanwhile: this is the later word
      const now = await ports.api.unitLayouts(reporter)
      if (now.ok) done = await put(ownLayout(now.value, layout)?.version ?? 0)
    }
    if (done.ok) after = withLayout(after, layout, done.value)
  }
  return after
}

/** What the unit itself remembers of a layout. */
export const ownLayout = (layouts: readonly StoredLayout[], layout: string): StoredLayout | undefined =>
  layouts.find((one) => one.layout === layout && one.scope === 'unit')

/** The list with a unit's layout in place of what it was, or without it. */
export const withLayout = (layouts: readonly StoredLayout[], layout: string, stored: StoredLayout | null): readonly StoredLayout[] => [
  ...layouts.filter((one) => one.layout !== layout || one.scope !== 'unit'),
  ...(stored === null ? [] : [stored]),
]

/** A later word on a column replaces the earlier one. */
function merged(before: readonly RememberedColumn[], after: readonly RememberedColumn[]): readonly RememberedColumn[] {
  const isSame = (a: RememberedColumn, b: RememberedColumn) => a.heading === b.heading && a.occurrence === b.occurrence
  return [...before.filter((one) => !after.some((other) => isSame(one, other))), ...after]
}

/** In one order of its properties, since the server may have another. */
const ordered = (column: RememberedColumn) => Object.entries(column).sort(([a], [b]) => (a < b ? -1 : 1))
