import { unescapeText } from '../../../shared/grid/unescapeText.ts'
import type { Cell } from '../cell.ts'
import type { FileText } from './readStrings.ts'
import { isOn } from './xml.ts'

/** What a cell of a file holds, as it is written, and what that refers to. */
export interface FileContent {
  /** "n", "s", "str", "inlineStr", "b", "e", "d". */
  readonly kind: string
  readonly written: string
  /** A text that stands in the cell itself. */
  readonly text: FileText | undefined
  readonly strings: readonly FileText[]
  readonly date1904: boolean
}

const NOTHING = { value: '' }

/** What a cell of a file holds, of a formula its result. */
export function readContent({ kind, written, text, strings, date1904 }: FileContent): Pick<Cell, 'value' | 'isError' | 'runs'> {
  if (kind === 'inlineStr' && text) return text
  if (written === '') return NOTHING
  if (kind === 's') return strings[Number(written)] ?? NOTHING
  // some programs write a text of the cell itself as a result
  if (kind === 'str' || kind === 'inlineStr') return { value: unescapeText(written) }
  if (kind === 'b') return { value: isOn(written) }
  if (kind === 'e') return { value: written, isError: true }
  if (kind === 'd') return { value: serialOf(written, date1904) ?? written }
  const number = Number(written)
  return Number.isFinite(number) ? { value: number } : NOTHING
}

const DAY = 86_400_000
const DATE = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?/

/** Days since the workbook's day 0 of a date that is written out ("2021-05-26T08:00:00"). */
function serialOf(written: string, date1904: boolean): number | undefined {
  const match = DATE.exec(written)
  if (!match) return undefined
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = match.slice(1).map((part) => Number(part ?? 0))
  const days = Date.UTC(year, month - 1, day) / DAY + (hour * 3600 + minute * 60 + second) / 86_400
  return Number((days + 25_569 - (date1904 ? 1462 : 0)).toPrecision(15))
}
