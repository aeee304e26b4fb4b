import { isInWords } from '../../consolidation/reported.ts'
import type { Register } from '../../register/register.ts'
import { areaName, indicatorById, taskById } from '../../register/registerIndex.ts'
import type { CityFigures } from '../../wire/consolidation.ts'
import type { ReportedKind } from '../../wire/reported.ts'
import { taskInWords } from './namedInLetters.ts'

type Status = CityFigures['reporters'][number]

/**
 * What a unit has still to send, an item each: a figure with the counties that lack it and what came instead, or a text, which
 * is one item however many of its task's indicators it is to tell of. A county's own name is in none of its items.
 *
 * | unit | item |
 * | --- | --- |
 * | 市教育局 | 新建教师周转宿舍（湖滨区、陕州区；渑池县：有其他内容，未报数） |
 * | 市残联 | “八、提升医疗健康水平”工作任务2的进展情况（文字），写明有需求残疾儿童应救尽救 |
 * | 湖滨区人民政府 | 新建农村公路（所报的数在全市一行，未报湖滨区数） |
 */
export function missingLines(register: Register, { reporter, missing }: Pick<Status, 'reporter' | 'missing'>): readonly string[] {
  const own = register.units.find(({ id }) => id === reporter)?.area ?? null
  return [...Map.groupBy(missing, ({ subject }) => textOf(register, subject) ?? subject)].map(([subject, gaps]) => {
    // what is named after its one area, or is the unit's own, needs no area behind it
    const known = new Set([register.city, own, indicatorById(register, subject)?.area])
    const byKind = [...Map.groupBy(gaps, ({ reported }) => reported)]
    const parts = byKind.map(([kind, rows]) => {
      const areas = new Set(rows.map(({ area }) => area).filter((area) => !known.has(area)))
      const counties = [...areas].map((area) => areaName(register, area)).join('、')
      return [counties, insteadWords(register, subject, kind, own)].filter(Boolean).join('：')
    })
    const where = [...new Set(parts.filter(Boolean))].join('；')
    return `${nameOf(register, subject, gaps)}${where === '' ? '' : `（${where}）`}`
  })
}

/** The task whose text tells of a subject: of the task itself, and of its indicators that have no figure. */
function textOf(register: Register, subject: string): string | undefined {
  const indicator = indicatorById(register, subject)
  if (indicator === undefined) return subject
  return isInWords(indicator) ? indicator.taskId : undefined
}

function nameOf(register: Register, subject: string, gaps: Status['missing']): string {
  const figure = indicatorById(register, subject)
  if (figure) return figure.name
  const reported = new Set(gaps.flatMap((gap) => indicatorById(register, gap.subject)?.name ?? []))
  const named = `${taskInWords(register, subject)}的进展情况（文字）`
  return reported.size === 0 ? named : `${named}，写明${[...reported].join('、')}`
}

/** What came in place of what was asked; empty where nothing did. `own` is the county of a county's government. */
function insteadWords(register: Register, subject: string, kind: ReportedKind, own: string | null): string {
  const asked = taskById(register, subject) ? '进展' : '数'
  if (kind === 'otherOnly') return `有其他内容，未报${asked}`
  if (kind === 'wholeOnly')
    return own === null ? `已报全市${asked}，未报分县${asked}` : `所报的${asked}在全市一行，未报${areaName(register, own)}${asked}`
  return kind === 'partsOnly' ? `已报分县${asked}，未报全市${asked}` : ''
}
