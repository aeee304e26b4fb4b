import type { Check, CheckFacts } from '../finding/facts.ts'
import type { Finding } from '../finding/finding.ts'
import type { RecognizedTable } from '../record/reading.ts'
import type { ReportingUnit } from '../register/register.ts'
import { raise } from './lookups/raise.ts'
import { sheetOf } from './lookups/sheetOf.ts'
import { type Owner, ownerOfLine, ownerOfTitle, ownUnit } from './lookups/sheetOwner.ts'

/**
 * SHEET_OF_OTHER_UNIT: a table is another unit's of the register than the one that is about to report. The line 填报单位 and
 * the title decide, and one of the two that names the reporter is enough; only where both name nobody the names of sheet
 * and file do. The city's own office collects sheets of everybody. Nothing of the sheet is sent until a person says that it
 * is the unit's own.
 *
 *     about to report   stated                                       finding
 *     市司法局          填报单位：市交通运输局, 市交通局                  warning at the line
 *     市司法局          市交通运输局2021年5月进展情况表                   warning at the title
 *     市司法局          a sheet 市交通局 or a file 市交通局5月.xlsx, alone  warning at the first heading
 *     市司法局          填报单位：市司法局, 三门峡市司法局                  none
 *     市司法局          填报单位：市司法局、市交通运输局                    none: one of the two
 *     市司法局          市交通运输局牵头…, 抄送：市交通运输局               none: it leads or receives
 *     市司法局          三门峡市2021年…, 三门峡市人民政府…                 none: everybody's
 *     湖滨区人民政府      填报单位：湖滨区交通局                           none: no unit of the register
 *     湖滨区人民政府      填报单位：湖滨区政府（市交通运输局代报）             none
 *     湖滨区人民政府      填报单位：陕州区人民政府                         warning
 *     灵宝市人民政府      填报单位：市教育局                              none: it may be its own bureau
 *     市交通运输局       a sheet 湖滨区                                 none: of a county, kept by the department
 *     市政府督查室       填报单位：市交通运输局                            none
 */
export const sheetOfOtherUnit: Check = (facts) => {
  const { unit, params } = ownUnit(facts)
  if (!unit) return []
  const sheet = sheetOf(facts)
  return facts.tables.flatMap((table): readonly Finding[] => {
    const stated = statedOf(facts, table, unit)
    if (!stated || stated.owner === 'own') return []
    const period = facts.context.period === undefined ? {} : { period: facts.context.period }
    const cell = stated.cell ?? `A${table.headerRows[0] ?? 1}`
    return [raise('SHEET_OF_OTHER_UNIT', { sheet, cell }, { stated: stated.text, ...params, ...period })]
  })
}

/** Whose a place says that the sheet is, as it is written there, and where. */
interface Stated {
  readonly owner: Owner
  readonly text: string
  readonly cell?: string | undefined
}

/** What the table itself says, else what sheet and file are called. */
function statedOf(facts: CheckFacts, { meta, title }: RecognizedTable, own: ReportingUnit): Stated | undefined {
  const { register } = facts
  const line = meta.reportingUnit
  const ofTable = [
    line === undefined ? undefined : said(ownerOfLine(register, own, line), line, meta.reportingUnitCell),
    title && said(ownerOfTitle(register, own, title.text), title.text, `A${title.row}`),
  ]
  const ofNames = [sheetOf(facts), facts.file ?? ''].map((name) => said(ownerOfTitle(register, own, name), name))
  return firstOf(ofTable) ?? firstOf(ofNames)
}

const said = (owner: Owner | undefined, text: string, cell?: string): Stated | undefined =>
  owner && { owner, text: text.slice(0, LONGEST), cell }

const firstOf = (places: readonly (Stated | undefined)[]): Stated | undefined =>
  places.find((place) => place?.owner === 'own') ?? places.find((place) => place !== undefined)

const LONGEST = 40
