import type { Register } from '../../../shared/register/register.ts'
import { gridOfRegister } from '../../../shared/register/sheet/gridOfRegister.ts'
import type { SheetCell, SheetDocument } from '../../ports/sheetDocument.ts'

/** Widths in characters of the columns that hold sentences and names; the others are narrow. */
const WIDE: Readonly<Record<string, number>> = { 类别: 16, 工作任务: 48, 主要责任单位: 22, 任务报送单位: 16, 指标: 22, 报送单位: 16 }

/** A register as a sheet to be changed by hand and read again: one row of headings, then a row for each indicator. */
export function registerSheet(register: Register, name: string): SheetDocument {
  const [headings = [], ...rows] = gridOfRegister(register).cells
  // Targets are numbers in the sheet, so that they can be added up; all else is text, also what looks like a number.
  const figures = new Set(['目标', ...register.areas.filter(({ level }) => level === 'county').map(({ name }) => name)])
  const cell = (value: unknown, role: SheetCell['role'], number = false): SheetCell => {
    const text = value === null || value === undefined ? '' : String(value)
    return { kind: text === '' ? 'blank' : number && /^-?\d+(\.\d+)?$/.test(text) ? 'number' : 'text', value: text, role }
  }
  return {
    name,
    rows: [
      headings.map((heading) => cell(heading, 'heading')),
      ...rows.map((row) => row.map((value, column) => cell(value, 'body', figures.has(String(headings[column]))))),
    ],
    merges: [],
    widths: headings.map((heading) => WIDE[String(heading)] ?? 10),
    frozenRows: 1,
  }
}
