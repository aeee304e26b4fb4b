import { blankCell, countCell, textCell } from '../../../../addin/flow/makeCells.ts'
import type { KeyedSheet, KeyedTable } from '../../../../addin/flow/refresh/keyedSheet.ts'
import { layOut } from '../../../../addin/flow/refresh/layOut.ts'
import { planRefresh, type RefreshPlan } from '../../../../addin/flow/refresh/planRefresh.ts'
import { applied, ownSheet, type PlayedSheet, played } from './playedSheet.ts'

/** What is to be said: figures by key (null: missing), units that lack something, areas from the first rank on. */
export interface Answer {
  readonly seq: number
  readonly figures: readonly (readonly [key: string, value: number | null])[]
  readonly units?: readonly string[]
  readonly ranks?: readonly string[]
}

/** The headings of the table of figures. */
export const HEADINGS = ['编号', '指标', '累计', '完成率', '情况']

/** An answer as the keyed sheet that it is written as. */
export function sheetOf({ seq, figures, units = [], ranks = [] }: Answer): KeyedSheet {
  const figuresTable: KeyedTable = {
    name: 'figures',
    title: '',
    none: '',
    left: '已不在本期汇总',
    columns: HEADINGS.map((heading, i) => ({ heading, from: i + 1, to: i + 1, use: i === 0 ? 'key' : i === 1 ? 'name' : 'figure' })),
    rows: figures.map(([key, value]) => [
      textCell(key),
      textCell(`指标${key}`),
      value === null ? textCell('未报', 'missing') : countCell(value),
      value === null ? blankCell() : { kind: 'percent', value: String(value), role: 'body' },
      textCell(value === null ? '未报' : '已报齐', value === null ? 'missing' : 'body'),
    ]),
  }
  const ranking: KeyedTable = {
    name: 'ranking',
    title: '排名',
    none: '排名：没有',
    left: '已不在本期汇总',
    ordered: true,
    columns: [
      { heading: '名次', from: 1, to: 1, use: 'figure' },
      { heading: '县', from: 2, to: 2, use: 'key' },
      { heading: '得分', from: 3, to: 3, use: 'figure' },
    ],
    rows: ranks.map((area, i) => [countCell(i + 1), textCell(area), countCell(100 - i)]),
  }
  const unreported: KeyedTable = {
    name: 'unreported',
    title: '未报齐的单位',
    formerTitles: ['没有报的单位', '没有报的单位：无'],
    none: '未报齐的单位：没有',
    left: '已不在未报名单',
    columns: [
      { heading: '单位', from: 1, to: 2, use: 'key' },
      { heading: '内容', from: 3, to: 5, use: 'figure' },
    ],
    rows: units.map((unit) => [textCell(unit), textCell(`${unit}未报`, 'missing')]),
  }
  return {
    name: '汇总',
    title: '汇总表',
    note: { text: `数据截至第 ${seq} 次`, meanwhile: '没有写完', begins: '数据截至第 ' },
    columns: HEADINGS.map((heading) => ({ heading, width: 10 })),
    tables: [figuresTable, ranking, unreported],
  }
}

/** The sheet as it is written for the first time. */
export const first = (answer: Answer): PlayedSheet => played(layOut(sheetOf(answer)))

/** The plan of a refresh; throws where the sheet is not ours. */
export function planned(sheet: PlayedSheet, answer: Answer): RefreshPlan {
  const plan = planRefresh(sheetOf(answer), ownSheet(sheet))
  if (!plan) throw new Error('the sheet was not recognised')
  return plan
}

/** The sheet before each change of a refresh, and after the last. */
export const states = (sheet: PlayedSheet, answer: Answer) => [...applied(sheet, planned(sheet, answer).changes)]
/** The sheet after an uninterrupted refresh. */
export const refreshed = (sheet: PlayedSheet, answer: Answer): PlayedSheet => states(sheet, answer).at(-1) ?? sheet
