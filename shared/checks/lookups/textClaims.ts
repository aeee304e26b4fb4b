import { oncePer } from '../../base/oncePer.ts'
import type { CheckFacts } from '../../finding/facts.ts'
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
  return reading && { record, text, task, reading, figures: records.filter((one) => hasOwnColumn(one, record)) }
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

/** Whether a record's figure is in a cell of its own, not in the text. */
const hasOwnColumn = ({ origin }: FigureRecord, text: FigureRecord): boolean =>
  origin.cells.cumulative !== undefined && origin.cells.cumulative !== text.origin.cells.progressText

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

/** The indicators whose records took their figure out of a text, by the text's cell. */
export const figuresOfTexts = oncePer((facts: CheckFacts): ReadonlyMap<string, ReadonlySet<string>> => {
  const texts = new Map(
    textClaims(facts).map(({ record }) => [`${record.origin.sheet}!${placeOf(record, 'progressText').cell}`, new Set<string>()]),
  )
  for (const record of facts.records) {
    if (record.values.cumulative != null) texts.get(`${record.origin.sheet}!${record.origin.cells.cumulative}`)?.add(record.subject)
  }
  return texts
})

/** Whether a record was to take its figure out of a text and found none there. */
export function isLeftOutByText(facts: CheckFacts, { values, origin }: FigureRecord): boolean {
  const { cumulative } = origin.cells
  return values.cumulative == null && cumulative !== undefined && tasksOfTexts(facts).has(`${origin.sheet}!${cumulative}`)
}
