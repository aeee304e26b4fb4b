import { cityFigure, citySources } from '../../shared/consolidation/cityFigure.ts'
import { isProgress } from '../../shared/consolidation/reachedPercent.ts'
import { chineseNumber } from '../../shared/quantity/chineseNumber.ts'
import { asScaled, decimalFromScaled, type Scaled } from '../../shared/quantity/scaled.ts'
import type { Indicator, Register, Task } from '../../shared/register/register.ts'
import type { ReportDocument } from '../../shared/report/reportDocument.ts'
import { MISSING_WORDS, uncountedText } from '../../shared/report/reportedWords.ts'
import type { ReportInput } from '../../shared/report/reportInput.ts'
import { responsibleUnits } from '../../shared/report/responsibleUnits.ts'
import type { IndicatorFigures } from '../../shared/wire/consolidation.ts'
import type { XlsxCell } from './documentXlsx.ts'
import { documentXlsx } from './documentXlsx.ts'
import { sourcesSheet } from './sourcesXlsx.ts'

const HEADINGS = [
  '序号',
  '实事类别',
  '工作任务',
  '主要责任单位',
  '指标',
  '单位',
  '年度目标',
  '累计完成（清零等为现有数）',
  '完成比例（比率为现值）',
  '进展情况',
]
const WIDTHS = [6, 18, 44, 24, 30, 8, 12, 12, 12, 60]
/** Columns of a task, which are one merged cell where it has several indicators. */
const TASK_COLUMNS = ['A', 'B', 'C', 'D', 'J']
/** Title and headings. */
const ROWS_ABOVE = 2

/** The report as a workbook: a row for each indicator, and where each number comes from on a second sheet. */
export function reportXlsx(report: ReportDocument, { register }: Pick<ReportInput, 'register'>): Uint8Array {
  const found = new Map(report.figures.indicators.map((indicator) => [indicator.indicator, indicator]))
  const progress = new Map(report.blocks.flatMap((block) => (block.kind === 'progress' ? [[block.task, block.paragraphs] as const] : [])))
  const byTask = Map.groupBy(register.indicators, (indicator) => indicator.taskId)
  const tasks = register.tasks.map((task, index): readonly (readonly XlsxCell[])[] => {
    const quantified = (byTask.get(task.id) ?? []).filter(({ kind }) => kind === 'count' || kind === 'percent')
    const figures =
      quantified.length === 0 ? [NO_FIGURES] : quantified.map((one) => figureCells(one, found.get(one.id), report.withheld.has(one.id)))
    return taskRows(taskCells(register, task, index + 1), figures, (progress.get(task.id) ?? []).join('\n'))
  })
  const sources = report.blocks.flatMap((block) => (block.kind === 'source' ? [block.text] : []))
  const rows: readonly (readonly XlsxCell[])[] = [
    [{ text: report.title, style: 'title' }],
    HEADINGS.map((text) => ({ text, style: 'heading' })),
    ...tasks.flat(),
    // what a formal report leaves out is said beside it, to whoever asked for it
    ...[...sources, ...(report.letterhead ? [] : report.leftOut)].map((text): XlsxCell[] => [{ text, style: 'missing' }]),
  ]
  const merges = ['A1:J1', ...mergesOf(tasks.map(({ length }) => length))]
  return documentXlsx([{ name: '进展情况', rows, merges, widths: WIDTHS, frozenRows: ROWS_ABOVE }, sourcesSheet(report)])
}

/** 序号, 实事类别, 工作任务, 主要责任单位 */
function taskCells(register: Register, task: Task, no: number): readonly XlsxCell[] {
  const category = register.categories.find((one) => one.no === task.categoryNo)
  return [
    { number: String(no) },
    { text: `${chineseNumber(task.categoryNo)}、${category?.title ?? ''}` },
    { text: task.text },
    { text: responsibleUnits(register, task) },
  ]
}

/** The rows of a task; what is the task's own is in the first, and the cells below are merged with it. */
const taskRows = (
  about: readonly XlsxCell[],
  figures: readonly (readonly XlsxCell[])[],
  progress: string,
): readonly (readonly XlsxCell[])[] =>
  figures.map((cells, position) =>
    position === 0 ? [...about, ...cells, { text: progress }] : [...about.map(() => BLANK), ...cells, BLANK],
  )

const BLANK: XlsxCell = { text: '' }
/** Of a task that is reported in words alone. */
const NO_FIGURES: readonly XlsxCell[] = [{ text: '—' }, BLANK, { text: '—' }, { text: '—' }, { text: '—' }]

/** 指标, 单位, 年度目标, 累计完成, 完成比例; what stands for the whole city alone, or at a stage that is not counted, says so. */
function figureCells(indicator: Indicator, found: IndicatorFigures | undefined, withheld: boolean): readonly XlsxCell[] {
  return [
    { text: indicator.name },
    { text: indicator.measure ?? '' },
    numberOr(indicator.target?.value, '—'),
    ...(withheld ? [{ text: '本期未列', style: 'missing' } as const, { text: '—' }] : reachedCells(indicator, found)),
  ]
}

/** 累计完成, 完成比例. A plain percentage has no count to show, and a rate of counts may be told without them. */
function reachedCells(indicator: Indicator, found: IndicatorFigures | undefined): readonly XlsxCell[] {
  const { value, percent, statedOnly } = cityFigure(found)
  const isPlain = indicator.kind === 'percent' && indicator.countMeasure === undefined
  const count = isPlain ? null : value
  if (statedOnly) {
    const share = isProgress(indicator) || indicator.kind === 'percent' ? percent : null
    return [{ text: markedWhole(count, '') }, { text: markedWhole(share, '%') }]
  }
  if (count === null && percent !== null) return [{ text: '—' }, percentOr(percent)]
  return [numberOr(count, insteadOf(indicator, found)), percentOr(percent)]
}

const markedWhole = (figure: Scaled | null, sign: string): string =>
  figure === null ? '—' : `${decimalFromScaled(figure)}${sign}（全市另报）`

/** "受理1105，不计入"; else why there is no figure. */
function insteadOf(indicator: Indicator, found: IndicatorFigures | undefined): string {
  if (found === undefined) return MISSING_WORDS.nothing
  const others = uncountedText(citySources(found), indicator)
  if (others !== '') return `${others}，不计入`
  // nobody was asked: that is no 未报
  return found.areas.some(({ due }) => due) ? MISSING_WORDS[found.reported] || '—' : '—'
}

/** "A3:A5": a task's own columns over all of its rows. */
function mergesOf(heights: readonly number[]): readonly string[] {
  let last = ROWS_ABOVE
  return heights.flatMap((height) => {
    const first = last + 1
    last += height
    return height > 1 ? TASK_COLUMNS.map((column) => `${column}${first}:${column}${last}`) : []
  })
}

const numberOr = (figure: number | null | undefined, missing: string): XlsxCell =>
  figure == null ? { text: missing, style: 'missing' } : { number: decimalFromScaled(asScaled(figure)) }

/** Percent points as Excel's fraction, exactly: 48.67 is 0.4867 shown as 48.67%. */
function percentOr(percent: number | null | undefined): XlsxCell {
  if (percent == null) return { text: '—' }
  const digits = String(Math.abs(percent)).padStart(7, '0')
  return { number: `${percent < 0 ? '-' : ''}${digits.slice(0, -6)}.${digits.slice(-6)}`, format: '0.00%' }
}
