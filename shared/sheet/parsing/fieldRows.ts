import { rowOf } from '../../grid/a1.ts'
import type { ColumnField } from '../../record/columnFields.ts'
import type { RowBinding } from '../../record/reading.ts'
import { type ColumnPlan, plansOfField } from '../plans/columnPlan.ts'
import type { RecordBuilder } from '../tally/recordBuilder.ts'
import type { Tally } from '../tally/tally.ts'
import { addRecord } from './rowRecords.ts'
import type { TableSetting } from './tableSetting.ts'

/**
 * Rows that are fields of one thing (目标 / 完成 / 完成率 below each other): their records go on over several rows, and a
 * row's own heading says what its figures are. In a table without such rows each row has records of its own.
 */
export class FieldRows {
  /** How the columns of the row read last are read; of a table without such rows they are always the same. */
  plans: readonly ColumnPlan[]
  readonly setting: TableSetting
  readonly tally: Tally
  private readonly plansByField = new Map<ColumnField, readonly ColumnPlan[]>()
  private begun: { readonly about: string; readonly builders: RecordBuilder[]; readonly row: number } | undefined

  constructor(setting: TableSetting, tally: Tally) {
    this.setting = setting
    this.tally = tally
    this.plans = setting.plans
  }

  /** The records that a row's figures go to: those that the rows before it began, where it goes on with them; undefined where it has its own. */
  buildersOf(binding: RowBinding): RecordBuilder[] | undefined {
    const { rowFields } = this.setting.table
    if (!rowFields) return undefined
    const field = rowFields.fields.get(binding.row)
    this.plans = this.plansOf(field)
    const figure = this.plans.find((plan) => plan.field === field)?.figure ?? 'remark'
    const about = `${binding.subjects.join('/')}|${binding.area ?? ''}`
    const again = field !== undefined && this.begun?.builders.some(({ cells }) => cells[figure] !== undefined)
    if (this.begun && this.begun.about === about && !again) return this.begun.builders
    this.close()
    this.begun = { about, builders: [], row: binding.row }
    return this.begun.builders
  }

  /** Writes the records that went on over several rows, at the row of their completed figure. */
  close(): void {
    const { builders = [], row = 0 } = this.begun ?? {}
    this.begun = undefined
    for (const builder of builders) {
      const cell = builder.cells.cumulative ?? builder.cells.target
      addRecord(this, builder, cell === undefined ? row : rowOf(cell))
    }
  }

  private plansOf(field: ColumnField | undefined): readonly ColumnPlan[] {
    if (field === undefined) return this.setting.plans
    const known = this.plansByField.get(field) ?? plansOfField(this.setting.plans, field)
    this.plansByField.set(field, known)
    return known
  }
}
