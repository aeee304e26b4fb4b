import type { CellValue } from '../../grid/grid.ts'
import type { ColumnField } from '../../record/columnFields.ts'
import { findUnit } from '../../register/findUnit.ts'
import { measureOf } from '../../register/measureOf.ts'
import type { Register } from '../../register/register.ts'
import { areaOfName } from '../subjects/areaOfName.ts'
import { compactText } from '../view/compactText.ts'

/** What a cell looks like, before anything is known of its column. */
export type CellKind =
  | 'number'
  | 'percent'
  | 'quantity'
  | 'date'
  | 'area'
  | 'units'
  | 'measure'
  | 'flag'
  | 'phone'
  | 'mark'
  | 'error'
  | 'short'
  | 'long'

/** How many cells of a column look like what, among the filled ones that were looked at. */
export interface ColumnContent {
  readonly filled: number
  readonly kinds: Readonly<Partial<Record<CellKind, number>>>
  /** Whole numbers that count up by one from row to row. */
  readonly countsUp: boolean
  /** Numbers between 0 and 1 that are not whole. */
  readonly fractions: number
  /** Texts that are a figure and nothing before it but 不少于 and the like (不少于2.9万户, not 新建公路300公里). */
  readonly bare: number
}

/** A figure with its measure alone. */
export const BARE = /^(不少于|不低于|不小于|至少|达到|超过|约|[≥>＞]=?)?\d[\d.,]*[万亿]?[^\d，。；、]{0,6}$/u
const PERCENT = /^[-+]?[\d.,]+[%％]$/u
const QUANTITY = /^\D{0,8}[-+]?\d[\d.,]*[万亿]?\D{0,10}$/u
const DATE =
  /^(\d{4}[-./年]\d{1,2}([-./月]\d{1,2}日?|月)?|\d{1,2}月(\d{1,2}日|底|末|份|中旬|上旬|下旬|初)?前?|年底前?|年内|全年|长期|[一二三四]季度末?|\d{4}年(底前?)?)$/u
/** Several figures with their measures: 146公里；123个. */
const QUANTITIES = /^(?:[^\d。]{0,12}\d[\d.,]*[万亿]?\p{Script=Han}{1,4}[;；、,，\s]*){2,4}$/u
const PHONE = /^(\+?86)?[-\d()（）\s]{7,18}$/u
const FLAG = /^(是|否|√|✓|×|✗|已完成|未完成|已开工|未开工|达到|未达到|已达到|正常|滞后|超前|红|黄|绿|蓝|红灯|黄灯|绿灯|●|○|■|□)$/u
const MARK = /^(?:[-—―─－/\\~～*·…]{1,6}|无|不涉及|不适用|n\/?a)$/iu
const ERROR = /^#(DIV\/0!|REF!|VALUE!|N\/A|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)/u
const BUREAU = /(局|委|办|部|院|中心|公司|政府|街道|联|社|会|厅|处|站|队|乡|镇)$/u

/** Looks at one value; `format` tells dates and percentages that are plain numbers. */
export function cellKind(register: Register, value: CellValue, format: string | undefined): CellKind | undefined {
  if (value === null || value === '') return undefined
  if (typeof value === 'boolean') return 'flag'
  if (typeof value === 'number') {
    if (format !== undefined) {
      if (format.includes('%')) return 'percent'
      if (/[ymd年月日]/iu.test(format) && !/^General$/iu.test(format)) return 'date'
    }
    return 'number'
  }
  const text = compactText(value)
  if (text === '') return undefined
  if (text.length > 40) return 'long'
  if (/^[-+]?\d[\d,]*(\.\d+)?$/u.test(text)) return 'number'
  if (MARK.test(text)) return 'mark'
  if (ERROR.test(text)) return 'error'
  if (PERCENT.test(text)) return 'percent'
  if (DATE.test(text)) return 'date'
  if (FLAG.test(text)) return 'flag'
  if (areaOfName(register, text) !== undefined) return 'area'
  if (text.length <= 5 && measureOf(register, text.replace(/^[万亿](?=.)/u, '')) !== undefined) return 'measure'
  if (PHONE.test(text)) return 'phone'
  const names = text.split(/[、,，;；/和及]/u).filter((name) => name !== '')
  const units = names.filter((name) => findUnit(register, name) !== undefined || BUREAU.test(name)).length
  if (units > 0 && units >= names.length / 2) return 'units'
  if (QUANTITY.test(text) || QUANTITIES.test(text)) return 'quantity'
  return text.length > 24 ? 'long' : 'short'
}

/** How well a field suits what its column holds, 0 to 1; a column without content suits every field a little. */
export function contentFit(field: ColumnField, content: ColumnContent): number {
  const { kinds, filled } = content
  if (filled === 0) return 0.6
  const share = (...wanted: readonly CellKind[]): number => {
    let sum = 0
    for (const kind of wanted) sum += kinds[kind] ?? 0
    return sum / Math.max(1, filled - (kinds.mark ?? 0) - (kinds.error ?? 0))
  }
  const floor = (value: number, least: number): number => Math.min(1, Math.max(value, least))
  switch (field) {
    case 'seq':
      return content.countsUp ? 1 : floor(share('number', 'short', 'quantity'), 0.3)
    case 'target':
    case 'cumulative':
    case 'period_value':
    case 'previous_cumulative':
    case 'carry_over':
    case 'invest_plan':
    case 'invest_done':
      // a figure amid words (受理1105件，办结850件) may be one of a narrative
      return floor(share('number', 'quantity', 'flag') - wordy(content) * 0.3 + share('percent') * 0.4 + share('short') * 0.25, 0.1)
    case 'percent':
    case 'start_rate':
    case 'visual_progress':
    case 'scheduled_progress':
      return floor(share('percent', 'number') + share('quantity') * 0.7 + share('short') * (field === 'percent' ? 0.2 : 0.6), 0.15)
    case 'progress_text':
    case 'issues':
    case 'next_steps':
    case 'issues_next_steps':
      return floor(share('long', 'short', 'units') + share('quantity', 'flag') * 0.5 - share('number', 'percent') * 0.9, 0.1)
    case 'task':
    case 'indicator':
    case 'milestone':
    case 'category':
      return floor(
        (content.bare > 0 ? -0.3 * (content.bare / filled) : 0) +
          share('long', 'short', 'units', 'quantity', 'measure') +
          share('flag', 'area') * 0.3,
        0.05,
      )
    case 'batch':
      return floor(share('short', 'quantity', 'number'), 0.2)
    case 'unit_of_measure':
      return floor(share('measure') + share('short') * 0.3, 0.02)
    case 'area':
      return floor(share('area') + share('short', 'units') * 0.35, 0.05)
    case 'lead_unit':
    case 'support_unit':
    case 'resp_unit':
      return floor(share('units') + share('short', 'area', 'long') * 0.5, 0.05)
    case 'deadline':
    case 'planned_date':
    case 'actual_date':
    case 'as_of':
      return floor(share('date') + share('number') * 0.7 + share('short', 'quantity') * 0.5, 0.15)
    case 'started_flag':
    case 'completed_flag':
    case 'on_schedule_flag':
    case 'status':
    case 'status_light':
      return floor(share('flag', 'short') + share('long') * 0.3, 0.2)
    default:
      return 0.7
  }
}

/** The share of figures that stand amid words. */
const wordy = ({ kinds, bare, filled }: ColumnContent): number => Math.max(0, (kinds.quantity ?? 0) - bare) / filled
