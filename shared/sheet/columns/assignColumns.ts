import type { ColumnField } from '../../record/columnFields.ts'
import type { RecognizedColumn, Why } from '../../record/reading.ts'
import type { Register } from '../../register/register.ts'
import { indicatorById } from '../../register/registerIndex.ts'
import { normaliseHeading } from '../headings/normaliseHeading.ts'
import { type ColumnPath, pathHeader } from '../tables/columnPaths.ts'
import { breakdownColumns } from './breakdownColumns.ts'
import { byLevel, byStage, draft, LOCAL_TARGET, SINGLE, STAGED, VALUES } from './columnDraft.ts'
import { type ColumnSetting, type Draft, TOTAL } from './draftTypes.ts'
import type { Scored } from './guessFields.ts'
import { nodeColumns } from './nodeColumns.ts'
import { type OtherTime, otherTimes } from './otherTimes.ts'
import { settle } from './settleColumns.ts'
import { spreadIndicators } from './spreadIndicators.ts'

/** Decides for each column its field, and the indicator, area, measure and stage that its headings bind. */
export function assignColumns(paths: readonly ColumnPath[], setting: ColumnSetting): readonly RecognizedColumn[] {
  const roles = breakdownColumns(paths, setting)
  const nodes = nodeColumns(paths, setting)
  const drafted = withoutLoneCity(
    paths.map((path) => (nodes.has(path) ? nodeDraft(path, setting) : draft(path, setting, roles.get(path)))),
    setting.register,
  )
  const drafts = spreadIndicators(drafted, setting).map((d) => byLevel(byStage(d, setting.register)))
  const others = otherTimes(drafts, setting)
  const chosen = new Map<Draft, Scored | undefined>()
  const taken = new Map<string, Draft>()
  const claims = drafts.flatMap((d) => d.guesses.map((guess) => ({ d, guess }))).sort((a, b) => b.guess.score - a.guess.score)
  for (const { d, guess } of claims) {
    if (chosen.has(d) || guess.score < 0.3 || d.role === 'part' || others.has(d)) continue
    if (d.stage === 'not_started' && STAGED.has(guess.field)) continue
    const key = slot(d, guess.field)
    if (key !== undefined && taken.has(key)) continue
    chosen.set(d, guess)
    if (key !== undefined) taken.set(key, d)
  }
  const early = earlierStages(chosen, setting.register)
  return settle(
    drafts.map((d) => ofOtherTime(d, others.get(d)) ?? early.get(d) ?? besideAnother(d, chosen, taken) ?? toColumn(d, chosen.get(d))),
    setting,
  )
}

/** A column of a node's ticks. */
function nodeDraft(path: ColumnPath, setting: ColumnSetting): Draft {
  const guesses: readonly Scored[] = [{ field: 'completed_flag', words: 0.7, score: 0.9 }]
  const node = normaliseHeading(path.parts.at(-1)?.text ?? '').core
  return { path, header: pathHeader(path), guesses, derived: false, batch: false, node, content: setting.content(path.column) }
}

/** 在建小区数 beside 累计完成 / 户数: a stage before the one that counts is none, whatever group it stands in. */
function earlierStages(chosen: ReadonlyMap<Draft, Scored | undefined>, register: Register): ReadonlyMap<Draft, RecognizedColumn> {
  const early = new Map<Draft, RecognizedColumn>()
  for (const [d, guess] of chosen) {
    if (!guess || !STAGED.has(guess.field) || d.derived || isCounted(d, register)) continue
    const other = [...chosen].find(
      ([one, own]) =>
        own?.field === guess.field && one !== d && isCounted(one, register) && samePlace(one, d) && !one.derived && one.month === d.month,
    )
    if (!other) continue
    const why: Why = { confidence: guess.score, reason: 'other_stage', params: { heading: other[0].header } }
    early.set(d, { ...toColumn(d, guess), aside: true, why })
  }
  return early
}

const samePlace = (a: Draft, b: Draft): boolean => a.subject === b.subject && a.area === b.area && a.batch === b.batch

function isCounted({ stage, subject }: Draft, register: Register): boolean {
  if (stage === undefined) return true
  return stage === (indicatorById(register, subject ?? '')?.countsStage ?? 'completed')
}

/** A column of another year or an earlier month: known, and not stored. */
function ofOtherTime(d: Draft, reason: OtherTime | undefined): RecognizedColumn | undefined {
  const [best] = [...d.guesses].sort((a, b) => b.score - a.score)
  if (reason === undefined || !best) return undefined
  const confidence = Math.round(Math.min(1, best.score) * 100) / 100
  return { ...toColumn(d, best), aside: true, why: { confidence, reason, params: { heading: d.header } } }
}

/** A column whose place another has: of another stage, or the target that another level set. Known, and not stored. */
function besideAnother(d: Draft, chosen: ReadonlyMap<Draft, Scored | undefined>, taken: ReadonlyMap<string, Draft>) {
  const [best] = [...d.guesses].sort((a, b) => b.score - a.score)
  if (!best || chosen.has(d) || d.derived) return undefined
  const other = d.role === 'part' ? sumBeside(d, chosen) : taken.get(slot(d, best.field) ?? '')
  if (!other || other.header === d.header) return undefined
  if (d.role === 'part') {
    const why: Why = {
      confidence: Math.round(Math.min(1, best.score) * 100) / 100,
      reason: 'part_of_sum',
      params: { heading: other.header },
    }
    return { ...toColumn(d, best), aside: true, why }
  }
  const staged = STAGED.has(best.field) && d.stage !== undefined && d.stage !== other.stage
  const levelled = best.field === 'target' && (LOCAL_TARGET.test(d.header) || LOCAL_TARGET.test(other.header))
  if (!staged && !levelled) return undefined
  const reason = staged ? 'other_stage' : 'other_target'
  const why: Why = { confidence: Math.round(Math.min(1, best.score) * 100) / 100, reason, params: { heading: other.header } }
  return { ...toColumn(d, best), aside: true, why }
}

/** The column under the same group that is the sum of what this one is a part of. */
const sumBeside = (d: Draft, chosen: ReadonlyMap<Draft, Scored | undefined>): Draft | undefined => {
  const group = d.path.parts.at(-2)
  return [...chosen.keys()].find((one) => {
    const own = one.path.parts.at(-2)
    return one.role === 'sum' && own?.row === group?.row && own?.column === group?.column
  })
}

/** 全市目标 and 我市目标 are totals beside columns of counties; alone they are just the target. */
function withoutLoneCity(drafts: readonly Draft[], register: Register): readonly Draft[] {
  if (drafts.some((d) => d.area !== undefined && d.area !== register.city)) return drafts
  return drafts.map((d) => {
    if (d.area !== register.city || d.path.parts.some((part) => TOTAL.test(normaliseHeading(part.text).core))) return d
    const { area: _, ...rest } = d
    return { ...rest, derived: false }
  })
}

function slot(d: Draft, field: ColumnField): string | undefined {
  if (SINGLE.has(field)) return field
  if (VALUES.has(field)) return `${field}|${groupOf(d)}|${field === 'period_value' ? (d.month ?? '') : ''}`
  return undefined
}

const groupOf = (d: Draft): string =>
  `${d.subject ?? ''}|${d.area ?? ''}|${
    d.batch || d.subject === undefined
      ? d.path.parts
          .slice(0, -1)
          .map((p) => p.text)
          .join('/')
      : ''
  }|${d.derived}`

function toColumn(d: Draft, guess: Scored | undefined): RecognizedColumn {
  const bound = guess && bindsIndicator(guess.field)
  return {
    column: d.path.column,
    field: guess?.field,
    header: d.header,
    ...(bound && d.subject ? { indicator: d.subject } : {}),
    ...(bound && d.area ? { area: d.area } : {}),
    ...(d.measure ? { measure: d.measure } : {}),
    ...(d.node ? { node: d.node } : {}),
    ...(bound && d.stage ? { stage: d.stage } : {}),
    ...(bound && d.derived ? { derived: true } : {}),
    why: whyOf(d, guess),
  }
}

const bindsIndicator = (field: ColumnField): boolean =>
  VALUES.has(field) ||
  field === 'start_rate' ||
  field === 'visual_progress' ||
  field === 'scheduled_progress' ||
  field === 'on_schedule_flag' ||
  field === 'started_flag' ||
  field === 'completed_flag' ||
  field === 'progress_text'

function whyOf(d: Draft, guess: Scored | undefined): Why {
  if (!guess) return { confidence: 0, reason: d.header === '' ? 'no_heading' : 'heading_unknown', params: { heading: d.header } }
  const confidence = Math.round(Math.min(1, guess.score) * 100) / 100
  const others = d.guesses.filter((other) => other.field !== guess.field).map((other) => other.field)
  if (d.spread && guess.words > 0) return { confidence, reason: 'by_neighbours' }
  if (guess.words === 0) return { confidence, reason: 'by_content', params: { field: guess.field } }
  if (others.length > 0) return { confidence, reason: 'heading_and_content', params: { heading: d.header, others: others.join(',') } }
  return { confidence, reason: guess.words >= 0.9 ? 'heading_known' : 'heading_parts', params: { heading: d.header } }
}
