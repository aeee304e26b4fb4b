import type { CheckFacts } from '../../finding/facts.ts'
import { readNarrative } from '../../narrative/readNarrative.ts'
import type { KnownFigure, NarrativeFinding, NarrativeIndicator, NarrativeReading, NarrativeTask } from '../../narrative/words/claims.ts'
import { narrativeTasks } from '../../narrative/words/narrativeTask.ts'
import { decimalFromScaled } from '../../quantity/scaled.ts'
import { type FigureRecord, recordKeyText } from '../../record/figureRecord.ts'
import { indicatorById } from '../../register/registerIndex.ts'
import { earlierRecords } from './earlier.ts'

/** A text of 进展情况 and what is known of where it was written. */
export interface TaskText {
  /** The ids of its tasks in the register ("7.1"): one, or those of the rows that it is merged over. */
  readonly tasks: readonly string[]
  readonly text: string
  /** The area that reports, with its records of the task; undefined for a text that is only searched for promises. */
  readonly reported?: ReportedFigures
}

interface ReportedFigures {
  readonly area: string
  readonly records: readonly FigureRecord[]
}

/** What a text says of its tasks; undefined where the register has none of them. */
export function readTaskText(facts: CheckFacts, { tasks, text, reported }: TaskText): NarrativeReading | undefined {
  const { register, context } = facts
  const task = narrativeTasks(register, tasks)
  if (!task) return undefined
  const reading = readNarrative(text, {
    year: context.year ?? register.year,
    task: reported ? withOwnTargets(task, reported.records) : task,
    areas: register.areas,
    beside: (reported?.records ?? []).flatMap(knownFigure),
    before: reported ? reportedBefore(facts, task, reported.area) : [],
  })
  return reported ? { ...reading, findings: reading.findings.filter((finding) => canJudge(facts, task, reported, finding)) } : reading
}

/** The task's figures of the area in the period before. */
const reportedBefore = (facts: CheckFacts, { indicators }: NarrativeTask, area: string): readonly KnownFigure[] =>
  indicators.flatMap(({ id }) => {
    const record = earlierRecords(facts).get(recordKeyText({ subject: id, area, part: '' }))
    return record ? knownFigure(record) : []
  })

/** The cumulative figure of a record, for the text to be read with. */
const knownFigure = ({ subject, values, part }: FigureRecord): readonly KnownFigure[] =>
  values.cumulative == null || part !== '' ? [] : [{ indicator: subject, cumulative: values.cumulative }]

/** A county measures itself against its own target, as the records state it. */
function withOwnTargets(task: NarrativeTask, records: readonly FigureRecord[]): NarrativeTask {
  const indicators = task.indicators.map((indicator) => withOwnTarget(indicator, records))
  // the same task where the records state nothing else: its words have been prepared
  return indicators.every((indicator, i) => indicator === task.indicators[i]) ? task : { ...task, indicators }
}

function withOwnTarget(indicator: NarrativeIndicator, records: readonly FigureRecord[]): NarrativeIndicator {
  const own = records.find((record) => record.subject === indicator.id)?.values.target
  if (!indicator.target || own == null || own === indicator.target.value || indicator.kind !== 'count') return indicator
  return { ...indicator, target: { ...indicator.target, value: own } }
}

/**
 * A county's percentage, and what remains for it to do, is of its own target; where the sheet states none neither can be
 * judged. Whatever does not rest on a target always can.
 *
 *     finding of                      the area's own target       judged
 *     48% of 146 (city)               registered for the city      yes
 *     48% of 24 (a county)            stated in the sheet: 50      yes
 *     48% of 24 (a county)            not stated                   no
 *     一批92个，剩余128个 of the target  not stated                   no
 *     一批92个，剩余128个 of 共220个     not stated                   yes (the text names the whole)
 */
function canJudge(facts: CheckFacts, task: NarrativeTask, reported: ReportedFigures, finding: NarrativeFinding): boolean {
  const { indicator: id } = finding
  if (id === null || !restsOnTarget(task, finding)) return true
  return (
    indicatorArea(facts, id) === reported.area || reported.records.some(({ subject, values }) => subject === id && values.target != null)
  )
}

function restsOnTarget(task: NarrativeTask, { code, indicator, params }: NarrativeFinding): boolean {
  if (code.startsWith('PCT_')) return true
  const target = task.indicators.find(({ id }) => id === indicator)?.target
  return code === 'TEXT_PARTS_MISMATCH' && target != null && params.whole === decimalFromScaled(target.value)
}

const indicatorArea = (facts: CheckFacts, id: string): string | undefined => indicatorById(facts.register, id)?.area
