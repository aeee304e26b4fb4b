import { oncePer } from '../../base/oncePer.ts'
import type { CheckFacts } from '../../finding/facts.ts'
import type { FigureRecord } from '../../record/figureRecord.ts'
import { indicatorById, registerIndex } from '../../register/registerIndex.ts'

/** The 进展情况 next to a record: its own, or that of its task in the same row. */
export function rowText(facts: CheckFacts, record: FigureRecord): string | undefined {
  const own = record.values.progressText
  if (own != null && own !== '') return own
  const texts = textRecords(facts)
  if (texts.size === 0) return undefined
  const task = indicatorById(facts.register, record.subject)?.taskId
  return task === undefined
    ? undefined
    : (texts.get(`${record.origin.sheet}!${record.origin.row}!${task}`)?.values.progressText ?? undefined)
}

/** The records that carry a text, by sheet, row and task. */
export const textRecords = oncePer((facts: CheckFacts): ReadonlyMap<string, FigureRecord> => {
  const { indicators } = registerIndex(facts.register)
  const index = new Map<string, FigureRecord>()
  for (const record of facts.records) {
    if (!record.values.progressText) continue
    const task = indicators.get(record.subject)?.taskId ?? record.subject
    const key = `${record.origin.sheet}!${record.origin.row}!${task}`
    // The task's own record carries the text; an indicator's stands in where there is none.
    if (!index.has(key) || record.subject === task) index.set(key, record)
  }
  return index
})
