import type { NarrativeFinding, NarrativeReading } from '../narrative/claims.ts'
import { narrativeTask } from '../narrative/narrativeTask.ts'
import { readNarrative } from '../narrative/readNarrative.ts'
import type { FigureRecord } from '../sheet/figureRecord.ts'
import { registerIndex } from './factIndex.ts'
import type { CheckFacts } from './facts.ts'
import type { Finding, FindingCode } from './finding.ts'
import { placeOf, raise } from './raise.ts'
import { textRecords } from './rowText.ts'

/** A text of 进展情况 with what it claims, and the figures of its task beside it. */
export interface TextClaims {
  readonly record: FigureRecord
  readonly text: string
  readonly task: string
  readonly reading: NarrativeReading
  /** Records of the task's indicators for the same area that have a figure column of their own. */
  readonly figures: readonly FigureRecord[]
}

/** Reads every text of the records once. */
export function textClaims(facts: CheckFacts): readonly TextClaims[] {
  const known = readings.get(facts)
  if (known) return known
  const claims = [...textRecords(facts).values()].flatMap((record) => claimsOf(facts, record) ?? [])
  readings.set(facts, claims)
  return claims
}

const readings = new WeakMap<CheckFacts, readonly TextClaims[]>()

function claimsOf(facts: CheckFacts, record: FigureRecord): TextClaims | undefined {
  const { register, context } = facts
  const { indicators, tasks } = registerIndex(register)
  const task = indicators.get(record.subject)?.taskId ?? record.subject
  const text = record.values.progressText ?? ''
  if (!tasks.has(task) || text === '') return undefined
  const reading = readTaskText(facts, task, text, context.year ?? register.year)
  const figures = (figuresByTask(facts).get(`${task}|${record.area}`) ?? []).filter(
    (one) => one.origin.cells.cumulative !== undefined && one.origin.cells.cumulative !== record.origin.cells.progressText,
  )
  return reading && { record, text, task, reading, figures }
}

/** What a text says of a task of the register; undefined where the register has no such task. */
export function readTaskText(facts: CheckFacts, taskId: string, text: string, year: number): NarrativeReading | undefined {
  const task = narrativeTask(facts.register, taskId)
  return task && readNarrative(text, { year, task, areas: facts.register.areas })
}

const byTask = new WeakMap<CheckFacts, ReadonlyMap<string, readonly FigureRecord[]>>()

function figuresByTask(facts: CheckFacts): ReadonlyMap<string, readonly FigureRecord[]> {
  const known = byTask.get(facts)
  if (known) return known
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
  byTask.set(facts, index)
  return index
}

/** The findings of the texts under the given codes, at the texts' cells. */
export function textFindings(
  facts: CheckFacts,
  codes: ReadonlySet<FindingCode>,
  keep: (claims: TextClaims) => boolean = () => true,
): readonly Finding[] {
  return textClaims(facts).flatMap((claims) =>
    keep(claims) ? claims.reading.findings.filter((finding) => codes.has(finding.code)).map((finding) => atText(claims, finding)) : [],
  )
}

const atText = ({ record }: TextClaims, finding: NarrativeFinding): Finding =>
  raise(
    finding.code,
    placeOf(record, 'progressText'),
    { ...finding.params, ...(finding.indicator !== null && { indicator: finding.indicator }) },
    { field: 'progressText' },
  )
