import { columnLetters, rowOf } from '../grid/a1.ts'
import type { Finding, FindingParams } from './finding.ts'

/**
 * Findings that say the same of a column or a row, as one with all its cells and records. Notes (info) are alike whatever
 * their words, of which the first few stand beside each other, and join those that say the very same elsewhere. Warnings
 * and errors are alike only word for word and of one field, since each says what is to be corrected and may be answered.
 *
 *     findings                                                         becomes
 *     NUMBER_IN_TEXT E5 (41公里, 41), E6 (3公里, 3), E9 (8公里, 8)        E5, E6, E9: (41公里、3公里、8公里; 41、3、8)
 *     AREA_ALIAS E2 (湖滨), F2 (陕州)                                    E2, F2: (湖滨、陕州)
 *     UNIT_ALIAS A2 (市卫健委), F5 (市卫健委)                             A2, F5: (市卫健委)
 *     NOT_REPORTED E5, E6 (7.1.a)                                      E5, E6
 *     NOT_REPORTED E5 (7.1.a), E6 (7.1.b)                              as they are
 *     CELL_ERROR E8, F8 (#REF!), of two fields                         as they are
 */
export function groupFindings(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length < 2) return findings
  const byColumn = gather(findings.map(single), ({ first }) => `${columnLetters(first.cell)}|${first.field ?? ''}`)
  const byRow = gather(byColumn, ({ first, cells }) => (cells.length === 1 ? `${rowOf(first.cell)}` : undefined))
  const groups = gather(byRow, ({ first, params }) => (first.severity === 'info' ? JSON.stringify(params) : undefined))
  const merged = new Map(groups.map((group) => [group.first, findingOf(group)]))
  return findings.flatMap((finding) => merged.get(finding) ?? [])
}

/** Findings that became one: the first stands for all. */
interface Group {
  readonly first: Finding
  readonly cells: readonly string[]
  /** What each says, once where several say the same. */
  readonly params: readonly FindingParams[]
  readonly records: readonly string[]
  readonly count: number
}

const single = (finding: Finding): Group => ({
  first: finding,
  cells: finding.cells ?? [finding.cell],
  params: [finding.params],
  records: finding.records ?? (finding.record === undefined ? [] : [finding.record]),
  count: 1,
})

/** Joins the groups of one code and sheet that have the same key; one without a key stays alone. */
function gather(groups: readonly Group[], keyOf: (group: Group) => string | undefined): readonly Group[] {
  const lists = new Map<unknown, Group[]>()
  for (const group of groups) {
    const { code, severity, sheet, field } = group.first
    const key = keyOf(group)
    const words = severity === 'info' ? '' : JSON.stringify([field, group.params])
    const at = key === undefined ? group : `${code}|${severity}|${sheet}|${key}|${words}`
    const list = lists.get(at)
    if (list) list.push(group)
    else lists.set(at, [group])
  }
  return [...lists.values()].flatMap(joined)
}

function joined(groups: readonly Group[]): readonly Group[] {
  const [one] = groups
  if (!one || groups.length === 1) return groups
  const said = new Map(groups.flatMap(({ params }) => params).map((params) => [JSON.stringify(params), params]))
  return [
    {
      first: one.first,
      cells: [...new Set(groups.flatMap(({ cells }) => cells))],
      params: [...said.values()],
      records: [...new Set(groups.flatMap(({ records }) => records))],
      count: groups.reduce((sum, { count }) => sum + count, 0),
    },
  ]
}

function findingOf({ first, cells, params, records, count }: Group): Finding {
  if (count === 1) return first
  const { record: _, ...rest } = first
  return { ...rest, params: together(params), ...(cells.length > 1 && { cells }), ...(records.length > 0 && { records }) }
}

/** How many of a group's words are shown; its cells lead to the others. */
const SHOWN = 3

/** What all say as it is; where they differ the first few, and a sign that there are more. A word that not all have is left out. */
function together(params: readonly FindingParams[]): FindingParams {
  const [first] = params
  if (!first || params.length === 1) return first ?? {}
  return Object.fromEntries(
    Object.entries(first).flatMap(([name, value]) => {
      if (params.some((one) => one[name] === undefined)) return []
      const same = params.every((one) => JSON.stringify(one[name]) === JSON.stringify(value))
      return [[name, same ? value : wordsOf(params, name)]]
    }),
  )
}

const wordsOf = (params: readonly FindingParams[], name: string): readonly string[] => [
  ...params.slice(0, SHOWN).flatMap((one) => {
    const value = one[name]
    return typeof value === 'object' ? value : [String(value)]
  }),
  ...(params.length > SHOWN ? ['…'] : []),
]
