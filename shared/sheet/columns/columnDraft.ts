import { measureFits } from '../../finding/measureFits.ts'
import { measureScale } from '../../quantity/measureScale.ts'
import type { Stage } from '../../quantity/stage.ts'
import type { ColumnField } from '../../record/columnFields.ts'
import { findArea } from '../../register/findArea.ts'
import { measureOf } from '../../register/measureOf.ts'
import type { AreaCode, Register } from '../../register/register.ts'
import { indicatorById } from '../../register/registerIndex.ts'
import { headingFields } from '../headings/headingFields.ts'
import { type Heading, normaliseHeading } from '../headings/normaliseHeading.ts'
import { matchSubjects } from '../subjects/matchSubjects.ts'
import { type ColumnPath, pathHeader } from '../tables/columnPaths.ts'
import { compactText } from '../view/compactText.ts'
import type { BreakdownRole, ColumnSetting, Draft } from './draftTypes.ts'
import { TOTAL } from './draftTypes.ts'
import { fieldGuesses, type Scored } from './guessFields.ts'

/** Fields of which a table has one column; the best claim wins, the next takes its second choice. */
export const SINGLE: ReadonlySet<ColumnField> = new Set<ColumnField>([
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
export const VALUES: ReadonlySet<ColumnField> = new Set<ColumnField>([
  'target',
  'cumulative',
  'period_value',
  'previous_cumulative',
  'carry_over',
  'percent',
])

export function draft(path: ColumnPath, setting: ColumnSetting, role?: BreakdownRole): Draft {
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
    if (role !== undefined && i === headings.length - 1) {
      words.push([])
      return
    }
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
    // 已救助 alone is what is done, not of what
    const known = guesses.some((guess) => guess.score >= 0.9) || (guesses.length > 0 && ACT.test(heading.core))
    if (!known) {
      const match = matchSubjects(register, heading.core, measure ? { measure } : {})
      if (match.indicators.length === 1 && match.confidence >= 0.6) subject = match.indicators[0]
    }
    words.push(guesses)
  })
  const indicator = subject === undefined ? undefined : indicatorById(register, subject)
  const otherThing = indicator !== undefined && measure !== undefined && !measureFits(register, measureScale(measure).base, indicator)
  const guesses = fieldGuesses(words, headings, content, { subject, area, derived, measure, otherThing })
  const stage = stageOf(headings)
  return {
    path,
    ...(role ? { role } : {}),
    header: pathHeader(path),
    guesses: monthGuesses(guesses, headings, setting.month),
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

/** Words of acts, times and counts alone. */
const ACT =
  /^(?:已|累计|本月|当月|本周|实际|目前|计划|年度|应|任务|目标|总|完成|救助|筛查|整治|改造|招聘|演出|建设|新建|开通|办理|办结|受理|开工|完工|竣工|建成|安装|检查|户|人|个|例|件|场|座|套|数|量)+$/u

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

/** A target that a county set itself, or that a higher level did. */
export const LOCAL_TARGET = /[县区]定|[县区]级|[县区]自|自定|自设|省定|省级|省下达/u

/** Of 市定目标 and 县定目标 the city's is the target. */
export function byLevel(d: Draft): Draft {
  if (!LOCAL_TARGET.test(d.header)) return d
  return { ...d, guesses: d.guesses.map((guess) => (guess.field === 'target' ? { ...guess, score: guess.score - 0.05 } : guess)) }
}

/** Of 开工数 and 完工数 the one is the cumulative figure that the indicator counts. */
export function byStage(d: Draft, register: Register): Draft {
  const { stage, subject } = d
  if (stage === undefined) return DONE.test(d.header) ? preferred(d, 0.01) : d
  const counts = subject === undefined ? undefined : indicatorById(register, subject)?.countsStage
  const more = stage === (counts ?? 'completed') ? 0.02 : -0.05
  return preferred(d, more)
}

/** 已完成改造户数, not 改造户数, is what is done. */
const DONE = /已|累计|完成|实际/u

const preferred = (d: Draft, more: number): Draft => ({
  ...d,
  guesses: d.guesses.map((guess) => (STAGED.has(guess.field) ? { ...guess, score: guess.score + more } : guess)),
})

/** Figures of which one stage counts: 本月办结 before 本月受理. */
export const STAGED: ReadonlySet<ColumnField> = new Set<ColumnField>(['cumulative', 'period_value', 'previous_cumulative'])

const STAGES: readonly (readonly [RegExp, Stage])[] = [
  [/基本(完工|建成|完成)/u, 'basically_completed'],
  [/未开工/u, 'not_started'],
  [/开工|动工|开建/u, 'started'],
  [/受理/u, 'accepted'],
  [/在建|建设中|正在/u, 'in_progress'],
  [/竣工|完工|建成|办结/u, 'completed'],
  [/报名|申报|申请|登记|签约|审查|审核|初审|面试|笔试|体检|公示/u, 'accepted'],
  [/批复|批准|核准|审批|立项/u, 'approved'],
  [/选址|选定|选取|摸排|排查|招标/u, 'selected'],
]

function stageOf(headings: readonly Heading[]): Stage | undefined {
  const leaf = headings.at(-1)
  if (!leaf || /率$|是否/u.test(leaf.core)) return undefined
  return STAGES.find(([pattern]) => pattern.test(leaf.core))?.[1]
}
