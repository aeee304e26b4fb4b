import type { CellValue } from '../../grid/grid.ts'
import { findQuantities } from '../../quantity/findQuantities.ts'
import type { ParsedQuantity } from '../../quantity/parsed.ts'
import type { Indicator } from '../../register/register.ts'
import { registerIndex } from '../../register/registerIndex.ts'
import { matchSubjects } from '../subjects/matchSubjects.ts'
import type { CellRead } from './cellRead.ts'
import type { ColumnPlan, Label } from './columnPlan.ts'
import type { FigureReading } from './readFigure.ts'
import { keyOf, type RecordDraft, setFigure, setWord } from './recordDraft.ts'
import type { TableState } from './tableState.ts'

/** Reads a cell of a figure column into the records it belongs to; what it cannot be said to belong to is reported. */
export function readFigureCell(
  state: TableState,
  plan: ColumnPlan,
  value: CellValue,
  drafts: readonly RecordDraft[],
  unitLabel: Label | undefined,
  fact: CellRead,
): void {
  const { cell } = fact
  const field = plan.figure
  if (field === undefined) return
  const chosen = drafts.length === 1 ? drafts : splitCell(state, value, drafts, plan, unitLabel)
  for (const draft of chosen) {
    const { indicator } = draft
    const label = state.labelFor(plan, unitLabel, indicator)
    const reading = readFor(state, value, indicator, label, plan, chosen.length > 1, fact.format)
    takeFigure(draft, field, reading, value, cell, plan, fact, label)
  }
  if (chosen.length === 0) {
    fact.refused = 'unreadable'
    state.notRead.push({ cell, reason: 'subject_ambiguous', candidates: drafts.map((draft) => draft.subject) })
  }
}

/** Reads a cell for one indicator. */
function readFor(
  state: TableState,
  value: CellValue,
  indicator: Indicator | undefined,
  label: Label | undefined,
  plan: ColumnPlan,
  several: boolean,
  format: string,
): FigureReading {
  if (plan.counts) return state.reader.read(value, undefined, undefined)
  const ofArea = several && typeof value === 'string' && indicator ? areaQuantity(state, value, indicator) : undefined
  if (ofArea) return { kind: 'figure', value: ofArea.value, quantity: ofArea, ...(ofArea.stage ? { stage: ofArea.stage } : {}) }
  const counted = label !== undefined && label.source !== 'register' && indicator !== undefined && !state.reader.fits(label.name, indicator)
  if (indicator?.measure === '%' && !counted && !isCount(value, indicator, plan)) {
    return state.reader.readPercent(value, format === 'General' ? undefined : format, indicator.target?.value)
  }
  const own = label?.source === 'register' ? undefined : label
  if (typeof value === 'string' && indicator?.measure && (several || /[，、；;,]/u.test(value))) {
    const fitting = findQuantities(value).filter(
      (found) => found.quantity.measure !== null && state.reader.fits(found.quantity.measure, indicator),
    )
    const one =
      fitting.length === 1 && (several || findQuantities(value).length > 1)
        ? fitting[0]?.quantity
        : (clauseOf(state, value, { indicator }) ?? (plan.field === 'cumulative' ? doneClause(state, value, indicator) : undefined))
    if (one) return { kind: 'figure', value: one.value, quantity: one, ...(one.stage ? { stage: one.stage } : {}) }
  }
  return state.reader.read(value, indicator, own)
}

/** One cell for several indicators: each figure by its measure (146公里，123个), one figure by measure or target, 各 for all. */
function splitCell(
  state: TableState,
  value: CellValue,
  drafts: readonly RecordDraft[],
  plan: ColumnPlan,
  unitLabel: Label | undefined,
): readonly RecordDraft[] {
  if (typeof value === 'string') {
    const placed = drafts.filter(({ indicator }) => indicator && areaQuantity(state, value, indicator) !== undefined)
    if (placed.length > 1) return placed
    const found = findQuantities(value)
    const fits = drafts.filter(
      (draft) =>
        draft.indicator &&
        found.filter((f) => f.quantity.measure !== null && state.reader.fits(f.quantity.measure, draft.indicator as Indicator)).length ===
          1,
    )
    if (found.length > 1 && fits.length > 1) return fits
    const named = found.length > 1 ? drafts.filter((draft) => clauseOf(state, value, draft) !== undefined) : []
    if (named.length > 0) return named
    if (found.length === 1 && fits.length === 1) return fits
    if (found.length === 1 && /各/u.test(value)) return drafts
  }
  const label = plan.label ?? unitLabel
  const byMeasure = label ? drafts.filter((draft) => draft.indicator && state.reader.fits(label.name, draft.indicator)) : []
  if (byMeasure.length === 1) return byMeasure
  const reading = state.reader.read(value, undefined, label)
  const byTarget = drafts.filter(
    (draft) => plan.field === 'target' && draft.indicator?.target && draft.indicator.target.value === reading.value,
  )
  if (byTarget.length === 1) return byTarget
  const started = drafts.filter((draft) => draft.values.target !== undefined)
  return plan.field !== 'target' && started.length === 1 ? started : []
}

/** 8个（湖滨区6个、陕州区2个）: the figure right behind the name of the area that an indicator is of. */
function areaQuantity(state: TableState, value: string, indicator: Indicator): ParsedQuantity | undefined {
  const area = indicator.area === state.register.city ? undefined : registerIndex(state.register).areas.get(indicator.area)
  const at = area ? value.indexOf(area.name) : -1
  if (!area || at < 0) return undefined
  const [after = ''] = value.slice(at + area.name.length).split(/[，、；;,。()（）]/u)
  const [first] = findQuantities(after)
  return first && first.quantity.measure !== null && state.reader.fits(first.quantity.measure, indicator) ? first.quantity : undefined
}

/** 宫颈癌11745人，乳腺癌12073人: the figure in the clause that speaks of the indicator. */
function clauseOf(state: TableState, value: string, draft: { readonly indicator: Indicator | undefined }): ParsedQuantity | undefined {
  const { indicator } = draft
  if (!indicator) return undefined
  const clauses = value.split(/[，、；;,]/u).filter((clause) => {
    const match = matchSubjects(state.register, clause, { among: [indicator.taskId], figures: true })
    return match.indicators.length === 1 && match.indicators[0] === indicator.id
  })
  const found = clauses.length === 1 ? findQuantities(clauses[0] ?? '') : []
  return found.length === 1 ? found[0]?.quantity : undefined
}

/** 已整治2030个，另有450个正在施工: the figure of the one clause that does not speak of what is still to come. */
function doneClause(state: TableState, value: string, indicator: Indicator): ParsedQuantity | undefined {
  const done: ParsedQuantity[] = []
  for (const clause of value.split(/[，；;。]/u)) {
    if (OPEN.test(clause)) continue
    for (const { quantity } of findQuantities(clause))
      if (quantity.measure !== null && state.reader.fits(quantity.measure, indicator)) done.push(quantity)
  }
  return done.length === 1 ? done[0] : undefined
}

const OPEN = /正在|在建|另有|其余|剩余|尚|未|计划|拟|预计|将|其中|选址|排查|招标|待|目标|任务/u

/** Puts what was read into a record, and beside it what the checks want to know of the cell. */
function takeFigure(
  draft: RecordDraft,
  field: NonNullable<ColumnPlan['figure']>,
  reading: FigureReading,
  value: CellValue,
  cell: string,
  plan: ColumnPlan,
  fact: CellRead,
  label: Label | undefined,
): void {
  fact.indicator ??= draft.subject
  fact.record ??= keyOf(draft)
  if (label && (label.scale !== 1 || label.name !== draft.indicator?.measure || reading.refused)) fact.measure ??= label
  if (reading.quantity) fact.quantity ??= reading.quantity
  if (reading.refused) fact.refused = reading.refused
  const written = typeof value === 'string' && !/^-?\d+(\.\d+)?$/u.test(value) ? value : undefined
  switch (reading.kind) {
    case 'mark':
      draft.marked = true
      return
    case 'error':
      draft.cells[field] ??= cell
      draft.filled = true
      return
    case 'stage':
      setFigure(draft, field, undefined, cell, written)
      setWord(draft, 'stage', reading.stage, cell)
      return
    case 'unreadable':
      setFigure(draft, field, undefined, cell, written)
      return
    case 'figure': {
      const into = field === 'target' && (plan.counts || isCountOfRate(draft.indicator, reading)) ? 'denominator' : field
      setFigure(draft, into, reading.refused ? undefined : reading.value, cell, written)
      if (field !== 'cumulative') return
      const stage = reading.stage ?? plan.stage
      if (stage) setWord(draft, 'stage', stage, cell)
    }
  }
}

/** A count under a heading of a rate (4405例 of 筛查率): the rate's own count, not the rate. */
const isCount = (value: CellValue, indicator: Indicator, plan: ColumnPlan): boolean =>
  indicator.countMeasure !== undefined && !(typeof value === 'string' && /[%％]/u.test(value)) && plan.field !== 'percent'

const isCountOfRate = (indicator: Indicator | undefined, reading: FigureReading): boolean =>
  indicator?.measure === '%' && indicator.countMeasure !== undefined && reading.quantity?.measure !== '%' && !reading.percent
