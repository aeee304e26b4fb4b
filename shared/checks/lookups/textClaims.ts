import type { CheckFacts } from '../../finding/facts.ts'
import type { Finding, FindingCode } from '../../finding/finding.ts'
import { readNarrative } from '../../narrative/readNarrative.ts'
import type { NarrativeFinding, NarrativeReading, NarrativeTask } from '../../narrative/words/claims.ts'
import { narrativeTask } from '../../narrative/words/narrativeTask.ts'
import { decimalFromScaled } from '../../quantity/scaled.ts'
import type { FigureRecord } from '../../record/figureRecord.ts'
import { registerIndex } from '../../register/registerIndex.ts'
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
  const ofTask = figuresByTask(facts).get(`${task}|${record.area}`) ?? []
  const reading = readTaskText(facts, task, text, context.year ?? register.year, { area: record.area, records: ofTask })
  const figures = ofTask.filter(
    (one) => one.origin.cells.cumulative !== undefined && one.origin.cells.cumulative !== record.origin.cells.progressText,
  )
  return reading && { record, text, task, reading, figures }
}

/** What a text says of a task of the register; undefined where the register has no such task. */
export function readTaskText(
  facts: CheckFacts,
  taskId: string,
  text: string,
  year: number,
  reported?: { readonly area: string; readonly records: readonly FigureRecord[] },
): NarrativeReading | undefined {
  const task = narrativeTask(facts.register, taskId)
  if (!task) return undefined
  const reading = readNarrative(text, { year, task: reported ? withOwnTargets(task, reported.records) : task, areas: facts.register.areas })
  if (!reported) return reading
  // a county's percentage, and what remains for it to do, is of its own target; where the sheet states none neither can be judged
  const { indicators } = registerIndex(facts.register)
  const judged = (id: string | null) =>
    id === null ||
    indicators.get(id)?.area === reported.area ||
    reported.records.some((record) => record.subject === id && record.values.target != null)
  const ofTarget = ({ code, indicator, params }: NarrativeFinding) => {
    const target = task.indicators.find(({ id }) => id === indicator)?.target
    return code.startsWith('PCT_') || (code === 'TEXT_PARTS_MISMATCH' && target && params.whole === decimalFromScaled(target.value))
  }
  return { ...reading, findings: reading.findings.filter((finding) => !ofTarget(finding) || judged(finding.indicator)) }
}

/** A county measures itself against its own target, as the records state it. */
const withOwnTargets = (task: NarrativeTask, records: readonly FigureRecord[]): NarrativeTask => ({
  ...task,
  indicators: task.indicators.map((indicator) => {
    const own = records.find((record) => record.subject === indicator.id)?.values.target
    return indicator.target && own != null && indicator.kind === 'count'
      ? { ...indicator, target: { ...indicator.target, value: own } }
      : indicator
  }),
})

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

/** The indicators whose records took their figure out of a text, by the text's cell. */
export function figuresOfTexts(facts: CheckFacts): ReadonlyMap<string, ReadonlySet<string>> {
  const known = ofTexts.get(facts)
  if (known) return known
  const texts = new Map(
    textClaims(facts).map(({ record }) => [`${record.origin.sheet}!${placeOf(record, 'progressText').cell}`, new Set<string>()]),
  )
  for (const record of facts.records) {
    if (record.values.cumulative != null) texts.get(`${record.origin.sheet}!${record.origin.cells.cumulative}`)?.add(record.subject)
  }
  ofTexts.set(facts, texts)
  return texts
}

const ofTexts = new WeakMap<CheckFacts, ReadonlyMap<string, ReadonlySet<string>>>()

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
