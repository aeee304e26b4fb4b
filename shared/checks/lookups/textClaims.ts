import { oncePer } from '../../base/oncePer.ts'
import type { CheckFacts } from '../../finding/facts.ts'
import { columnOf } from '../../grid/a1.ts'
import type { NarrativeReading } from '../../narrative/words/claims.ts'
import type { FigureRecord } from '../../record/figureRecord.ts'
import { registerIndex } from '../../register/registerIndex.ts'
import { placeOf } from './raise.ts'
import { readTaskText } from './readTaskText.ts'
import { textRecords } from './rowText.ts'

/** A text of 进展情况 with what it claims, and the figures of its task next to it. */
export interface TextClaims {
  readonly record: FigureRecord
  readonly text: string
  readonly task: string
  readonly reading: NarrativeReading
  /** Records of the task's indicators for the same area that have a figure column of their own. */
  readonly figures: readonly FigureRecord[]
  /** The cells of its parts, by the indicator that took its figure there: one task's rows have a text each. */
  readonly parts: ReadonlyMap<string, string>
}

/** Reads every text of the records once. */
export const textClaims = oncePer((facts: CheckFacts): readonly TextClaims[] =>
  [...textRecords(facts).values()].flatMap((record) => claimsOf(facts, record) ?? []),
)

function claimsOf(facts: CheckFacts, record: FigureRecord): TextClaims | undefined {
  const { indicators, tasks } = registerIndex(facts.register)
  const task = indicators.get(record.subject)?.taskId ?? record.subject
  const text = record.values.progressText ?? ''
  if (!tasks.has(task) || text === '') return undefined
  const cell = `${record.origin.sheet}!${record.origin.cells.progressText}`
  const tasksOfText = [...new Set([task, ...(tasksOfTexts(facts).get(cell) ?? [])])]
  const records = tasksOfText.flatMap((one) => figuresByTask(facts).get(`${one}|${record.area}`) ?? [])
  const reading = readTaskText(facts, { tasks: tasksOfText, text, reported: { area: record.area, records } })
  if (!reading) return undefined
  const figures = records.filter((one) => hasOwnColumn(one, record))
  const parts = records.flatMap((one) => {
    const { cumulative } = one.origin.cells
    return cumulative === undefined || figures.includes(one) ? [] : [[one.subject, cumulative] as const]
  })
  return { record, text, task, reading, figures, parts: new Map(parts) }
}

/** The tasks of the records that were to take their figures out of a text, by its cell: of one merged over rows several. */
const tasksOfTexts = oncePer((facts: CheckFacts): ReadonlyMap<string, ReadonlySet<string>> => {
  const { indicators } = registerIndex(facts.register)
  const texts = new Map(
    [...textRecords(facts).values()].map(({ origin }) => [`${origin.sheet}!${origin.cells.progressText}`, new Set<string>()]),
  )
  if (texts.size === 0) return texts
  for (const { subject, origin } of facts.records) {
    const task = indicators.get(subject)?.taskId
    if (task !== undefined) texts.get(`${origin.sheet}!${origin.cells.cumulative}`)?.add(task)
  }
  return texts
})

/** Whether a record's figure is in a column of its own, not in the texts: of a task's rows the first text stands for all. */
function hasOwnColumn({ origin }: FigureRecord, text: FigureRecord): boolean {
  const { cumulative } = origin.cells
  const { progressText } = text.origin.cells
  return cumulative !== undefined && (progressText === undefined || columnOf(cumulative) !== columnOf(progressText))
}

/** The records of a task's indicators, by task and area. */
const figuresByTask = oncePer((facts: CheckFacts): ReadonlyMap<string, readonly FigureRecord[]> => {
  const { indicators } = registerIndex(facts.register)
  const index = new Map<string, FigureRecord[]>()
  for (const record of facts.records) {
    const task = indicators.get(record.subject)?.taskId
    if (task === undefined) continue
    const key = `${task}|${record.area}`
    const there = index.get(key)
    if (there) there.push(record)
    else index.set(key, [record])
  }
  return index
})

/** The indicators whose records took their figure out of a text, by the cell of the text or of its part. */
export const figuresOfTexts = oncePer((facts: CheckFacts): ReadonlyMap<string, ReadonlySet<string>> => {
  const texts = new Map(
    textClaims(facts).flatMap(({ record, parts }) =>
      [placeOf(record, 'progressText').cell, ...parts.values()].map((cell) => [`${record.origin.sheet}!${cell}`, new Set<string>()]),
    ),
  )
  for (const record of facts.records) {
    if (record.values.cumulative != null) texts.get(`${record.origin.sheet}!${record.origin.cells.cumulative}`)?.add(record.subject)
  }
  return texts
})

/** Whether a record was to take its figure out of a text and found none there. */
export function isLeftOutByText(facts: CheckFacts, { values, origin }: FigureRecord): boolean {
  const { cumulative } = origin.cells
  if (values.cumulative != null || cumulative === undefined) return false
  const cell = `${origin.sheet}!${cumulative}`
  return tasksOfTexts(facts).has(cell) || figuresOfTexts(facts).has(cell)
}

/** The cells of texts that hold no progress figure at all. */
export const textsWithoutFigure = oncePer(
  (facts: CheckFacts): ReadonlySet<string> =>
    new Set(
      textClaims(facts)
        .filter(({ figures, reading }) => figures.length === 0 && reading.findings.some(({ code }) => code === 'TEXT_NO_FIGURE'))
        .map(({ record }) => `${record.origin.sheet}!${record.origin.cells.progressText}`),
    ),
)
