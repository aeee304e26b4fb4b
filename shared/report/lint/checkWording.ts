import { findUnit } from '../../register/findUnit.ts'
import { measureOf } from '../../register/measureOf.ts'
import { nameKey } from '../../register/nameKey.ts'
import type { Register } from '../../register/register.ts'
import { progressParts } from './figuresOf.ts'
import { type ParsedReport, parseReport } from './parseReport.ts'
import { type Remark, type ReportCheck, remark } from './remark.ts'

/** 市…局, 市…委, 市委…部: a municipal unit named in a text. A county-level city's own bureau (灵宝市…局) is none. */
const UNIT = /市(?:委[一-龥]{2,4}部|[一-龥]{2,9}?(?:局|委员会|委|办公室|管理中心))/g
/** Words that no unit's name holds: the match ran across a sentence. */
const NO_NAME = /正在|组织|完成|推进|开展|全部|已经|进行|各县|政府/
/** Measures of length, area and weight, where two spellings of one are a slip; counters (个, 座) go with their nouns. */
const PHYSICAL = new Set(['公里', '平方米', '亩', '吨', '米', '公顷'])

/** Units named in a text that are not responsible for its task. */
export const checkUnits: ReportCheck = (report, { register }) => {
  const remarks: Remark[] = []
  const counties = register.areas.filter((area) => area.level === 'county' && area.name.endsWith('市'))
  for (const { line, text, task } of progressParts(report, register)) {
    const responsible = new Set((task.units?.text ?? '').split(/[、，,]/).flatMap((name) => unitKey(register, name)))
    const plain = text.replace(/《[^》]*》/g, (title) => '　'.repeat(title.length))
    const seen = new Set<string>()
    for (const match of plain.matchAll(UNIT)) {
      const name = match[0]
      const before = plain.slice(Math.max(0, match.index - 3), match.index + 1)
      if (NO_NAME.test(name) || counties.some((area) => before.endsWith(area.name))) continue
      const [key = ''] = unitKey(register, name)
      if (responsible.has(key) || seen.has(key)) continue
      seen.add(key)
      remarks.push(remark('UNIT_NOT_RESPONSIBLE', line, task.id, name, { responsible: task.units?.text ?? '' }))
    }
  }
  return remarks
}

const unitKey = (register: Register, name: string): readonly string[] =>
  nameKey(name) === '' ? [] : [findUnit(register, name)?.unit.id ?? nameKey(name)]

/** One physical measure spelt in two ways (公里, 千米). */
export const checkMeasures: ReportCheck = (report, { register }) => {
  const spellings = new Map<string, Map<string, { line: number; task: string }>>()
  for (const { line, task, figures } of progressParts(report, register)) {
    for (const { quantity } of figures) {
      const measure = quantity.measure === null ? undefined : measureOf(register, quantity.measure)
      if (!measure || quantity.measure === null || !PHYSICAL.has(measure.name)) continue
      const words = spellings.get(measure.name) ?? new Map<string, { line: number; task: string }>()
      spellings.set(measure.name, words)
      words.set(quantity.measure, { line, task: task.id })
    }
  }
  return [...spellings].flatMap(([measure, words]) => {
    const last = [...words.values()].at(-1)
    return words.size > 1 && last ? [remark('MEASURE_MIXED', last.line, last.task, [...words.keys()].join('、'), { measure })] : []
  })
}

/** 余 after a number that is exact to its last digit (141余). */
export const checkApprox: ReportCheck = (report, { register }) =>
  progressParts(report, register).flatMap(({ line, task, figures }) =>
    figures.flatMap(({ quantity }) => {
      const exact = quantity.scale === 1 && quantity.decimals === 0 && (quantity.value / 10_000) % 10 !== 0
      return exact && quantity.approx !== null && /[余多]/.test(quantity.approx)
        ? [remark('APPROX_EXACT', line, task.id, quantity.raw)]
        : []
    }),
  )

/** Texts that are last period's, word for word. */
export const checkStale: ReportCheck = (report, { previous }) => {
  if (previous === undefined) return []
  const earlier = new Map(tasksOf(parseReport(previous)))
  return tasksOf(report).flatMap(([id, { line, text }]): Remark[] =>
    nameKey(text) !== '' && !/^暂未报送/.test(text) && nameKey(earlier.get(id)?.text ?? '') === nameKey(text)
      ? [remark('TEXT_STALE', line, id, text.slice(0, 24))]
      : [],
  )
}

const tasksOf = (report: ParsedReport) =>
  report.categories.flatMap((category) =>
    category.tasks.map(
      (task) => [task.id, { line: task.progress[0]?.line ?? 0, text: task.progress.map((part) => part.text).join('\n') }] as const,
    ),
  )
