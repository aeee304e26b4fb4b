import { describe, expect, it } from 'vitest'
import { answered, noDecisions, type PlannedRow, planSubmission, sentFields } from '../../../../addin/flow/submit/planSubmission.ts'
import { keysOf } from '../../../../shared/base/keysOf.ts'
import { affectedField } from '../../../../shared/finding/affectedField.ts'
import { effectOf } from '../../../../shared/finding/effects.ts'
import { FINDING_SEVERITY } from '../../../../shared/finding/finding.ts'
import { gridFromJson } from '../../../../shared/grid/gridFromJson.ts'
import { readSheet } from '../../../../shared/pipeline/readSheet.ts'
import type { SheetReading } from '../../../../shared/pipeline/sheetReading.ts'
import { isContext, isTextField, type ValueField } from '../../../../shared/record/columnFields.ts'
import { register2021 } from '../../../../shared/register/year2021/register2021.ts'
import { labelledSheet, sheetNames } from '../../../sheets/labelledSheet.ts'

/** undefined where a sheet that is known not to be read as labelled has no table. */
function readingOf(name: string): SheetReading | undefined {
  const sheet = labelledSheet(name)
  const read = gridFromJson(sheet)
  if (!read.ok) throw new Error(`${name} is no grid`)
  const { unit, ...context } = read.value.context
  const reading = readSheet(read.value.grid, register2021, { ...context, ...(unit === undefined ? {} : { reporter: unit }) })
  if (!reading.ok && sheet.open === undefined) throw new Error(`${name}: ${reading.fault.tag}`)
  return reading.ok ? reading.value : undefined
}

/** The plan where nobody answers, and the one where every question has its answer. */
function plansOf(reading: SheetReading): readonly (readonly [silent: PlannedRow, answered: PlannedRow])[] {
  const silent = planSubmission(reading, { stored: new Map(), inherited: [] }, '李某', noDecisions)
  const decided = keysOf(FINDING_SEVERITY).reduce(
    (decisions, code) =>
      answered(
        decisions,
        code,
        silent.flatMap((row) => row.asks.map((finding) => ({ row, finding }))),
        '已核对',
      ),
    noDecisions,
  )
  const all = planSubmission(reading, { stored: new Map(), inherited: [] }, '李某', decided)
  return silent.map((row, index) => [row, all[index] ?? row] as const)
}

/** The figures and dates that the record is for, of a milestone its flag too, of a task its texts; without what only gives context. */
const ownFields = ({ record }: PlannedRow): readonly ValueField[] => {
  const fields = keysOf(record.values).filter((field) => record.values[field] != null && !isContext(field))
  const isTask = register2021.tasks.some(({ id }) => id === record.subject)
  const isMilestone = register2021.indicators.some(({ id, kind }) => id === record.subject && kind === 'milestone')
  const own = ['cumulative', 'periodValue', 'planned', 'actual', ...(isMilestone ? ['done'] : [])]
  return fields.filter((field) => (isTask ? isTextField(field) : own.includes(field)))
}

const sends = (row: PlannedRow, field: ValueField) => sentFields(row.record, row.withheld).includes(field)

const readings = sheetNames.flatMap((name) => {
  const reading = readingOf(name)
  return reading ? [[name, reading] as const] : []
})

describe.each(readings)('%s', (_name, reading) => {
  const plans = plansOf(reading)

  it('does with each record what its disposition says', () => {
    const wrong = plans.flatMap(([silent, decided]) => {
      const own = ownFields(silent)
      const { disposition } = silent.record
      const goes = own.every((field) => sends(silent, field))
      const goesAnswered = own.every((field) => sends(decided, field))
      const nothing = sentFields(decided.record, decided.withheld).length === 0
      const fits = {
        accept: goes,
        not_started: goes,
        confirm: !goes && goesAnswered,
        reject_value: !goes,
        reject_row: nothing,
        missing: nothing,
      }[disposition]
      // a date or figure that was refused is not among the values at all
      const refused = silent.withheld.some(({ field }) => field !== null && silent.record.values[field] === undefined)
      return fits || (refused && disposition !== 'accept') ? [] : [`${silent.key} ${disposition}`]
    })
    // a row that repeats one above waits for it, and a sum of single projects for a person's word
    expect(
      wrong.filter(
        (line) =>
          !plans.some(
            ([row]) => line.startsWith(row.key) && row.withheld.some(({ why }) => why.tag === 'repeated' || why.tag === 'ledger'),
          ),
      ),
    ).toEqual([])
  })

  it('asks nothing that no answer would change, but where a reason is only invited', () => {
    const idle = plans.flatMap(([silent, decided]) =>
      silent.asks.flatMap((finding) => {
        const field = affectedField(finding, silent.record)
        const changes = field !== undefined && (field === 'row' || sends(silent, field) !== sends(decided, field))
        return changes || effectOf(finding) === 'invitesReason' ? [] : [`${silent.key} ${finding.code}`]
      }),
    )
    expect(idle).toEqual([])
  })
})
