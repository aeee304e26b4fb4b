import { unescapeText } from '../../../shared/grid/unescapeText.ts'
import type { Cell } from '../cell.ts'
import { type FileText, readText } from './readStrings.ts'
import { isOn, type Piece, textOf } from './xml.ts'

/** A cell of a file, and what its kind refers to. */
export interface FileCell {
  readonly xml: string
  /** The elements in it. */
  readonly parts: readonly Piece[]
  /** "n", "s", "str", "inlineStr", "b", "e", "d". */
  readonly kind: string
  readonly strings: readonly FileText[]
  readonly date1904: boolean
}

/** What a cell of a file holds, of a formula its result. */
export function readContent({ xml, parts, kind, strings, date1904 }: FileCell): Pick<Cell, 'value' | 'isError' | 'runs'> {
  if (kind === 'inlineStr') {
    const text = parts.find(({ name }) => name === 'is')
    return text ? readText(xml, text) : { value: '' }
  }
  const written = textOf(
    xml,
    parts.find(({ name }) => name === 'v'),
  )
  if (written === '') return { value: '' }
  if (kind === 's') return strings[Number(written)] ?? { value: '' }
  if (kind === 'str') return { value: unescapeText(written) }
  if (kind === 'b') return { value: isOn(written) }
  if (kind === 'e') return { value: written, isError: true }
  if (kind === 'd') return { value: serialOf(written, date1904) ?? written }
  const number = Number(written)
  return { value: Number.isFinite(number) ? number : '' }
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
