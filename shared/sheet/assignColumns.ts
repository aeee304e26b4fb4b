import { measureScale } from '../quantity/measureScale.ts'
import { findArea } from '../register/findArea.ts'
import { measureOf } from '../register/measureOf.ts'
import type { AreaCode, Register, Stage } from '../register/register.ts'
import { type ColumnContent, contentFit } from './columnContent.ts'
import { type ColumnPath, pathHeader } from './columnPaths.ts'
import { compactText } from './compactText.ts'
import { headingFields } from './headingFields.ts'
import { matchSubjects } from './matchSubjects.ts'
import { type Heading, normaliseHeading } from './normaliseHeading.ts'
import type { ColumnField, RecognizedColumn, Why } from './reading.ts'

/** What is known of the table when its columns are decided. */
export interface ColumnSetting {
  readonly register: Register
  /** Texts above the table; a table with one indicator names it there. */
  readonly title: string
  /** The reporting unit is a county's: 责任单位 are its own bureaus. */
  readonly countySheet: boolean
  /** The month that is reported, from context or title: 4月累计 in May is the previous one. */
  readonly month?: number
  content(column: number): ColumnContent
  /** The share of a column's texts that name something of the register. */
  subjectShare(column: number): number
}

/** A column as its headings describe it, before the columns are compared with each other. */
interface Draft {
  readonly path: ColumnPath
  readonly header: string
  readonly guesses: readonly Scored[]
  readonly subject?: string
  readonly area?: AreaCode
  readonly derived: boolean
  readonly batch: boolean
  readonly measure?: string
  readonly stage?: Stage
  readonly content: ColumnContent
  /** The single month that a heading names (3月). */
  readonly month?: number
}

interface Scored {
  readonly field: ColumnField
  readonly score: number
  readonly words: number
}

const TOTAL = /^(全市)?(合计|总计|共计|小计|全市|总数|全市总计)$/u
const MONEY = /^[万亿]?元$/u
/** Fields of which a table has one column; the best claim wins, the next takes its second choice. */
const SINGLE: ReadonlySet<ColumnField> = new Set<ColumnField>([
  'seq',
  'category',
  'task',
  'indicator',
  'area',
  'batch',
  'milestone',
  'unit_of_measure',
  'lead_unit',
  'resp_unit',
  'deadline',
  'planned_date',
  'actual_date',
  'as_of',
  'progress_text',
  'issues',
  'next_steps',
  'issues_next_steps',
])
/** Fields that figures of one indicator and area have at most one column of. */
const VALUES: ReadonlySet<ColumnField> = new Set<ColumnField>([
  'target',
  'cumulative',
  'period_value',
  'previous_cumulative',
  'carry_over',
  'percent',
])

/** Decides for each column its field, and the indicator, area, measure and stage that its headings bind. */
export function assignColumns(paths: readonly ColumnPath[], setting: ColumnSetting): readonly RecognizedColumn[] {
  const drafts = withoutLoneCity(
    paths.map((path) => draft(path, setting)),
    setting.register,
  )
  const chosen = new Map<Draft, Scored | undefined>()
  const taken = new Map<string, Draft>()
  const claims = drafts.flatMap((d) => d.guesses.map((guess) => ({ d, guess }))).sort((a, b) => b.guess.score - a.guess.score)
  for (const { d, guess } of claims) {
    if (chosen.has(d) || guess.score < 0.3) continue
    const key = slot(d, guess.field)
    if (key !== undefined && taken.has(key)) continue
    chosen.set(d, guess)
    if (key !== undefined) taken.set(key, d)
  }
  return settle(
    drafts.map((d) => toColumn(d, chosen.get(d))),
    setting,
  )
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
  if (guess.words === 0) return { confidence, reason: 'by_content', params: { field: guess.field } }
  if (others.length > 0) return { confidence, reason: 'heading_and_content', params: { heading: d.header, others: others.join(',') } }
  return { confidence, reason: guess.words >= 0.9 ? 'heading_known' : 'heading_parts', params: { heading: d.header } }
}

function draft(path: ColumnPath, setting: ColumnSetting): Draft {
  const { register } = setting
  const headings = path.parts.map((part) => normaliseHeading(part.text))
  const content = setting.content(path.column)
  let subject: string | undefined
  let area: AreaCode | undefined
  let derived = false
  let batch = false
  let measure: string | undefined
  const words: (readonly { readonly field: ColumnField; readonly score: number }[])[] = []
  headings.forEach((heading, i) => {
    const text = path.parts[i]?.text ?? ''
    for (const hint of heading.hints) if (isMeasure(register, hint)) measure = hint
    const found = headings.length > 1 || content.filled > 0 ? findArea(register, compactText(text)) : undefined
    if (found?.kind === 'area') {
      area = found.area.code
      if (found.area.code === register.city) derived = true
      words.push([])
      return
    }
    const within = areaWithin(register, compactText(text))
    if (within) {
      area = within.area
      if (area === register.city) derived = true
      words.push(headingFields(within.rest))
      return
    }
    if (TOTAL.test(heading.core) && (headings.length > 1 || !headingFields(text).length)) {
      derived = true
      area = register.city
      words.push([])
      return
    }
    if (/(第?[一二三四五六]批|[一二三四]期|[ABC]批)/u.test(heading.core)) batch = true
    const guesses = headingFields(text)
    const known = guesses.some((guess) => guess.score >= 0.9)
    if (!known) {
      const match = matchSubjects(register, heading.core, measure ? { measure } : {})
      if (match.indicators.length === 1 && match.confidence >= 0.6) subject = match.indicators[0]
    }
    words.push(guesses)
  })
  const guesses = fieldGuesses(words, headings, content, { subject, area, derived, measure })
  const stage = stageOf(headings)
  const counts = subject === undefined ? undefined : register.indicators.find((indicator) => indicator.id === subject)?.countsStage
  return {
    path,
    header: pathHeader(path),
    guesses: stageGuesses(monthGuesses(guesses, headings, setting.month), stage, counts),
    ...(subject ? { subject } : {}),
    ...(area ? { area } : {}),
    derived,
    batch,
    ...(measure ? { measure } : {}),
    ...(stage ? { stage } : {}),
    ...monthOf(headings),
    content,
  }
}

/** 湖滨区年度目标, 目标(湖滨区): an area and a field in one heading. */
function areaWithin(register: Register, text: string): { readonly area: AreaCode; readonly rest: string } | undefined {
  for (const area of register.areas) {
    for (const name of [area.name, ...area.aliases]) {
      if (name.length < 2 || !text.includes(name)) continue
      const rest = text
        .replace(name, '')
        .replace(/^[-—:：/·(（)）]+|[-—:：/·(（]+$/gu, '')
        .replace(/[(（][)）]/gu, '')
      if (
        rest !== '' &&
        (text.startsWith(name) || text.endsWith(`(${name})`)) &&
        headingFields(rest).some((guess) => VALUES.has(guess.field))
      )
        return { area: area.code, rest }
    }
  }
  return undefined
}

const isMeasure = (register: Register, word: string): boolean => {
  const { base } = measureScale(word)
  return base !== '' && measureOf(register, base) !== undefined
}

/** The lowest heading that says something decides; content speaks for or against, and alone where no heading does. */
function fieldGuesses(
  words: readonly (readonly { readonly field: ColumnField; readonly score: number }[])[],
  headings: readonly Heading[],
  content: ColumnContent,
  bound: {
    readonly subject: string | undefined
    readonly area: AreaCode | undefined
    readonly derived: boolean
    readonly measure: string | undefined
  },
): readonly Scored[] {
  const lowest = [...words].reverse().find((list) => list.length > 0)
  const own = words.at(-1) ?? []
  const scored: Scored[] = []
  for (const guess of lowest ?? []) {
    const words = own === lowest ? guess.score : guess.score * 0.9
    scored.push({ field: guess.field, words, score: words * (0.35 + 0.65 * contentFit(guess.field, content)) })
  }
  const add = (field: ColumnField, words: number) => {
    if (scored.some((s) => s.field === field)) return
    scored.push({ field, words, score: Math.max(words, 0.55) * (0.35 + 0.65 * contentFit(field, content)) })
  }
  const money = bound.measure !== undefined && MONEY.test(bound.measure)
  const investing = headings.some((heading) => /投资|资金|投入/u.test(heading.core))
  if (money || investing) {
    const list = scored.map((s): Scored => (investField(s.field) ? { ...s, field: investField(s.field) as ColumnField } : s))
    if (list.length === 0) list.push({ field: 'invest_done', words: 0.7, score: 0.7 })
    return dedupe(list)
  }
  for (const { field } of [...scored]) {
    if (field === 'target') add('task', 0.7)
    if (field === 'task' && !scored.some((s) => s.field === 'target')) add('indicator', 0.7)
    if (field === 'indicator') add('task', 0.6)
    if (field === 'cumulative') add('progress_text', 0.7)
    if (field === 'progress_text' || field === 'visual_progress') add('cumulative', 0.45)
    if (field === 'progress_text') add('percent', 0.4)
    if (field === 'remark') add('lead_unit', 0.35)
    if (field === 'deadline') add('actual_date', 0.5)
    if (content.kinds.date) {
      if (field === 'cumulative') add('actual_date', 0.75)
      if (field === 'target') add('deadline', 0.75)
    }
    if (field === 'lead_unit' || field === 'support_unit' || field === 'resp_unit') {
      add('support_unit', 0.6)
      add('area', 0.5)
    }
    if (field === 'unit_of_measure') {
      add('lead_unit', 0.7)
      add('area', 0.7)
    }
    if (field === 'category') add('task', 0.5)
  }
  if (scored.length === 0 && (bound.subject || bound.area || bound.derived)) {
    const percent = (content.kinds.percent ?? 0) > content.filled / 2
    return [{ field: percent ? 'percent' : 'cumulative', words: 0.6, score: 0.6 }]
  }
  if (scored.length === 0 && content.filled >= 2) {
    const share = (kind: 'area' | 'measure' | 'units' | 'long') => (content.kinds[kind] ?? 0) / content.filled
    if (share('area') > 0.6) return [{ field: 'area', words: 0, score: 0.6 }]
    if (content.countsUp) return [{ field: 'seq', words: 0, score: 0.55 }]
    if (share('measure') > 0.7) return [{ field: 'unit_of_measure', words: 0, score: 0.5 }]
  }
  return dedupe(scored)
}

const investField = (field: ColumnField): ColumnField | undefined =>
  field === 'target' || field === 'invest_plan'
    ? 'invest_plan'
    : field === 'cumulative' ||
        field === 'carry_over' ||
        field === 'period_value' ||
        field === 'previous_cumulative' ||
        field === 'invest_done'
      ? 'invest_done'
      : undefined

function dedupe(list: readonly Scored[]): readonly Scored[] {
  const best = new Map<ColumnField, Scored>()
  for (const s of list) if ((best.get(s.field)?.score ?? -1) < s.score) best.set(s.field, s)
  return [...best.values()].sort((a, b) => b.score - a.score)
}

const monthOf = (headings: readonly Heading[]): { readonly month?: number } => {
  const said = headings.map((heading) => heading.month).findLast((found) => found !== undefined && !found.range)
  return said ? { month: said.last } : {}
}

/** 4月累计 beside 5月累计 is the previous one; a single month that is not the reported one is no cumulative figure. */
function monthGuesses(guesses: readonly Scored[], headings: readonly Heading[], month: number | undefined): readonly Scored[] {
  const said = headings.map((heading) => heading.month).findLast((found) => found !== undefined)
  if (!said || month === undefined || said.last >= month) return guesses
  return guesses.map((guess) => (guess.field === 'cumulative' ? { ...guess, field: 'previous_cumulative' as const } : guess))
}

/** Of 开工数 and 完工数 the one is the cumulative figure that the indicator counts. */
const stageGuesses = (guesses: readonly Scored[], stage: Stage | undefined, counts: Stage | undefined): readonly Scored[] =>
  stage === undefined
    ? guesses
    : guesses.map((guess) =>
        guess.field === 'cumulative' ? { ...guess, score: guess.score + (stage === (counts ?? 'completed') ? 0.02 : -0.05) } : guess,
      )

const STAGES: readonly (readonly [RegExp, Stage])[] = [
  [/基本(完工|建成|完成)/u, 'basically_completed'],
  [/未开工/u, 'not_started'],
  [/开工|动工|开建/u, 'started'],
  [/受理/u, 'accepted'],
  [/在建|建设中/u, 'in_progress'],
  [/竣工|完工|建成|办结/u, 'completed'],
]

function stageOf(headings: readonly Heading[]): Stage | undefined {
  const leaf = headings.at(-1)
  if (!leaf || /率$|是否/u.test(leaf.core)) return undefined
  return STAGES.find(([pattern]) => pattern.test(leaf.core))?.[1]
}

/** What the columns together say of one another: 责任单位 beside 牵头单位, dates beside milestones. */
function settle(columns: readonly RecognizedColumn[], setting: ColumnSetting): readonly RecognizedColumn[] {
  const has = (field: ColumnField) => columns.some((column) => column.field === field)
  const named = (column: RecognizedColumn, pattern: RegExp) => pattern.test(compactText(column.header))
  const leads = columns.some((column) => named(column, /(牵头|主办|主管|主要责任).*(单位|部门)/u))
  const milestones = has('milestone')
  const keyless = !has('task') && !has('indicator') && !milestones && !columns.some((column) => column.indicator !== undefined)
  const naming = keyless ? bySubjects(columns, setting) : undefined
  const nameless = !has('task') && !has('indicator') && !has('area') && !milestones
  const unitless = !has('lead_unit') && !has('support_unit') && !has('resp_unit')
  const first = columns.find((column) => column.field === 'category')
  return withCumulative(columns, setting).map((column): RecognizedColumn => {
    let field = column.field
    if (column.column === naming?.column)
      return { ...column, field: 'indicator', why: { confidence: 0.7, reason: 'by_content', params: { field: 'indicator' } } }
    if (nameless && column === first && naming === undefined) field = 'task'
    if (unitless && field === 'remark') {
      const { kinds, filled } = setting.content(column.column)
      if (filled > 0 && (kinds.units ?? 0) >= filled * 0.6) field = 'lead_unit'
    }
    if (
      (field === 'lead_unit' || field === 'support_unit' || field === 'resp_unit') &&
      !named(column, /牵头|主办|主管|配合|协办|协助|参与/u)
    ) {
      const own = named(column, /责任|落实|承办/u)
      if (own && setting.countySheet) field = 'resp_unit'
      else if (field === 'resp_unit') field = leads ? 'support_unit' : 'lead_unit'
      else if (named(column, /^(.*\/)?责任(单位|部门)$/u)) field = leads ? 'support_unit' : 'lead_unit'
    }
    if (milestones && field === 'deadline') field = 'planned_date'
    if (!milestones && field === 'planned_date' && !has('deadline')) field = 'deadline'
    if (field === 'actual_date' && !milestones && !has('deadline') && !named(column, /实际|已/u)) field = 'deadline'
    return field === column.field ? column : { ...column, field, why: { ...column.why, reason: 'by_neighbours' } }
  })
}

/** A table with targets and without completed figures: its one column of numbers with an unknown heading is the completed one. */
function withCumulative(columns: readonly RecognizedColumn[], setting: ColumnSetting): readonly RecognizedColumn[] {
  if (columns.some((column) => column.field === 'cumulative' || column.field === 'period_value')) return columns
  const target = columns.find((column) => column.field === 'target')
  if (!target) return columns
  const open = columns.filter((column) => {
    if (column.field !== undefined || column.header === '') return false
    const { kinds, filled } = setting.content(column.column)
    return filled > 0 && (kinds.number ?? 0) + (kinds.quantity ?? 0) + (kinds.percent ?? 0) >= filled * 0.6
  })
  const only = open.length === 1 ? open[0] : undefined
  if (!only) return columns
  return columns.map(
    (column): RecognizedColumn =>
      column === only
        ? {
            ...column,
            field: 'cumulative',
            ...(target.indicator ? { indicator: target.indicator } : {}),
            why: { confidence: 0.55, reason: 'by_neighbours' },
          }
        : column,
  )
}

/** The column of unknown heading whose texts name tasks and indicators of the register. */
function bySubjects(columns: readonly RecognizedColumn[], setting: ColumnSetting): RecognizedColumn | undefined {
  return columns.find((column) => column.field === undefined && setting.subjectShare(column.column) >= 0.5)
}
