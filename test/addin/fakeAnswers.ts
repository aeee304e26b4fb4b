import type { Grid } from '../../shared/grid/grid.ts'
import type { ConsolidatedIndicator, Consolidation, Source } from '../../shared/wire/consolidation.ts'
import type { DocumentLink } from '../../shared/wire/document.ts'
import type { PeriodInfo } from '../../shared/wire/period.ts'
import type { Account } from '../../shared/wire/session.ts'

export const may: PeriodInfo = {
  id: '2021-05',
  registerId: 'smx-2021',
  registerVersion: 1,
  epoch: 0,
  state: 'open',
  softDeadline: '2021-05-31',
  hardDeadline: '2021-06-05',
}
export const clerk: Account = { id: 'a1', name: '张三', role: 'clerk', reporter: 'jiaotong', reporterName: '市交通运输局' }
export const coordinator: Account = { id: 'a9', name: '督查员', role: 'coordinator', reporter: null, reporterName: null }

const source: Source = {
  reporter: 'jiaotong',
  area: '411202',
  part: '',
  version: 2,
  seq: 17,
  account: 'li',
  by: '李某',
  at: '2021-05-26T08:00:00Z',
  onBehalf: false,
  value: 125_000,
  isPercent: false,
  stage: null,
  counted: true,
  state: 'approved',
  changed: false,
  cell: '5月!E6',
}

/** 新建农村公路: one county has reported, another has not. */
export const roads: ConsolidatedIndicator = {
  indicator: '7.1.a',
  measure: '公里',
  target: 3_000_000,
  cumulative: 1_460_000,
  percent: 486_700,
  state: 'partial',
  reported: 'reported',
  stated: null,
  statedSources: [],
  areas: [
    {
      area: '411202',
      target: 200_000,
      cumulative: 125_000,
      percent: 625_000,
      asOf: '2021-05-26',
      due: true,
      reported: 'reported',
      sources: [source],
    },
    { area: '411203', target: 600_000, cumulative: null, percent: null, asOf: null, due: true, reported: 'nothing', sources: [] },
  ],
  light: { light: 'green', reason: 'onSchedule', expected: 400_000, behind: -86_700, override: null },
  counties: [],
  change: { cumulative: 240_000, percent: 80_000, comparable: 'yes' },
}

/** A unit that has not reported yet. */
export const tourism: Consolidation['reporters'][number] = {
  reporter: 'wenlv',
  name: '市文化广电和旅游局',
  required: 2,
  reported: 0,
  missing: [
    { subject: '7.1.a', area: '411203', reported: 'nothing' },
    { subject: '7.1.b', area: '411200', reported: 'nothing' },
  ],
  lastAt: null,
  timeliness: 'waiting',
  deadline: '2021-05-30',
  completeAt: null,
  returned: false,
}

export const consolidation: Consolidation = {
  period: '2021-05',
  registerVersion: 1,
  asOfSeq: 17,
  era: 'e1',
  judgedOn: '2021-05-26',
  before: '2021-04',
  indicators: [roads],
  narratives: [],
  otherTexts: [],
  reporters: [
    {
      reporter: 'jiaotong',
      name: '市交通运输局',
      required: 13,
      reported: 13,
      missing: [],
      lastAt: '2021-05-26T08:00:00Z',
      timeliness: 'onTime',
      deadline: '2021-05-30',
      completeAt: '2021-05-26T08:10:00Z',
      returned: false,
    },
    tourism,
  ],
  completeness: { due: 2, reported: 1, partial: 0, unreported: 1, onTime: 1, late: 0 },
  ranking: {
    fewest: 3,
    counties: [
      { area: '411202', score: 625_000, rank: 1, counted: ['3.a', '7.1.a', '7.1.b'], asZero: [] },
      { area: '411203', score: 200_000, rank: 2, counted: ['3.a', '7.1.a', '7.1.b'], asZero: ['3.a'] },
      { area: '411221', score: null, rank: null, counted: ['7.1.a'], asZero: [] },
    ],
    excluded: [
      { indicator: '1.a', reason: 'noProgress' },
      { indicator: '4.a', reason: 'noCountyTarget' },
    ],
  },
  disagreements: [
    {
      indicator: '7.1.a',
      area: '411202',
      ofRecord: { reporter: 'jiaotong', sum: false, value: 125_000, asOf: '2021-05-20', sources: [source] },
      other: {
        reporter: 'hubin',
        sum: false,
        value: 130_000,
        asOf: '2021-05-26',
        sources: [{ ...source, reporter: 'hubin', value: 130_000, account: 'hubin', by: '湖滨填报人' }],
      },
      difference: 5_000,
    },
  ],
}

export const documentLink: DocumentLink = {
  path: `/v1/documents/${'a'.repeat(43)}`,
  expiresAt: '2021-05-26T08:05:00.000Z',
  asOfSeq: 17,
  remarks: ['第3行：48%应为49%'],
  letters: [],
}

/** A grid of rows, for tests; the rest of a grid is empty. */
export const gridOf = (sheetName: string, cells: Grid['cells'], rest: Partial<Grid> = {}): Grid => ({
  sheetName,
  cells,
  texts: {},
  formats: {},
  merges: [],
  formulas: {},
  hiddenRows: [],
  date1904: false,
  ...rest,
})
