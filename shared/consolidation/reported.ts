import type { Scaled } from '../quantity/scaled.ts'
import { registeredTarget } from '../register/countyTarget.ts'
import type { Assignment, Indicator } from '../register/register.ts'
import { indicatorById } from '../register/registerIndex.ts'
import type { ReportedKind } from '../wire/reported.ts'
import { areaFigure, hasFigure, textOf } from './areaFigure.ts'
import type { CityRows } from './cityRows.ts'
import type { FoldRow } from './foldRow.ts'
import { reportsProgress } from './reportsProgress.ts'

/** Who was asked for what: a reporter, an indicator or a task for its text, and an area. */
export interface Asked {
  readonly reporter: string
  readonly subject: string
  readonly area: string
}

/**
 * What a reporter has reported of a subject for an area: the one definition behind 已报 and 未报, of units, figures, texts,
 * lights and documents alike. Of the reporter's own rows alone: what another unit wrote is not this unit's report.
 */
export function reportedOf(rows: CityRows, asked: Asked): ReportedKind {
  const own = ownKind(rows, asked)
  if (isAnswered(own)) return own
  const { city, areas } = rows.register
  const tellsOf = (area: string): boolean => isAnswered(ownKind(rows, { ...asked, area }))
  if (asked.area !== city) return tellsOf(city) ? 'wholeOnly' : own
  return areas.some(({ code }) => code !== city && tellsOf(code)) ? 'partsOnly' : own
}

/** Whether what was asked was answered; what was not is owed. A figure at an earlier stage is an answer, and so is 暂无进展. */
export const isAnswered = (kind: ReportedKind): boolean => kind === 'reported' || kind === 'noProgress' || kind === 'otherStage'

/** What an area is to reach: the registered target, the promise's or the county's own; without one what its reporter states. */
export function areaTarget(rows: CityRows, indicator: Indicator, { reporter, area }: Omit<Asked, 'subject'>): Scaled | null {
  return registeredTarget(indicator, area) ?? rows.figure(indicator, reporter, area).target
}

/** Whether an area has the task, so that it can be 未报 at all: it must be reported, or its reporter of record has a target for it. */
export function isDue(rows: CityRows, { required, ofRecord, reporter, subject }: Assignment, area: string): boolean {
  if (required || !ofRecord) return required
  const indicator = indicatorById(rows.register, subject)
  return indicator !== undefined && (areaTarget(rows, indicator, { reporter, area }) ?? 0) > 0
}

/** Whether an indicator has no figure: how far it is, is reported by its own rows, or by the text that the same unit gives on its task. */
export const isInWords = ({ kind }: Pick<Indicator, 'kind'>): boolean => kind === 'milestone' || kind === 'narrative'

/** What the rows of one area report, those of other areas left aside. */
function ownKind({ register, index, on }: CityRows, { reporter, subject, area }: Asked): ReportedKind {
  const indicator = indicatorById(register, subject)
  const rows = index.rows(reporter, subject, area)
  if (indicator === undefined) return wordsKind(rows, on)
  if (isInWords(indicator)) return wordsKind([...rows, ...index.rows(reporter, indicator.taskId, area)], on)
  return figureKind(indicator, rows)
}

function figureKind(indicator: Indicator, rows: readonly FoldRow[]): ReportedKind {
  if (rows.length === 0) return 'nothing'
  const { cumulative, percent } = areaFigure(indicator, rows)
  if (cumulative !== null || (indicator.kind === 'percent' && percent !== null)) return 'reported'
  const staged = rows.some((row) => textOf(row, 'stage') !== null && (hasCount(row) || (indicator.kind === 'percent' && hasFigure(row))))
  return staged ? 'otherStage' : somethingElse(rows)
}

const hasCount = ({ values }: FoldRow): boolean => values.cumulative !== undefined

/** How far something is, is reported by a node (done or not, its day, its stage), by a figure, or by a text. A day still to come is a plan. */
function wordsKind(rows: readonly FoldRow[], on: string | undefined): ReportedKind {
  if (rows.some((row) => tells(row, on))) return 'reported'
  const texts = rows.map((row) => textOf(row, 'progressText')?.trim() ?? '').filter((text) => text !== '')
  if (texts.some(reportsProgress)) return 'reported'
  return texts.length > 0 ? 'noProgress' : somethingElse(rows)
}

const tells = (row: FoldRow, on: string | undefined): boolean => {
  const actual = textOf(row, 'actual')
  if (actual !== null && (on === undefined || actual <= on)) return true
  return TELLING.some((field) => row.values[field] !== undefined)
}

const TELLING = ['done', 'stage', 'cumulative', 'statedPercent'] as const

const somethingElse = (rows: readonly FoldRow[]): ReportedKind => (rows.some(({ reports }) => reports) ? 'otherOnly' : 'nothing')
