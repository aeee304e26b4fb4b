import init, { type CfRuleInput, Model } from '@ironcalc/wasm'
import { areaText, LAST_COLUMN, LAST_ROW } from './area.ts'
import type { Cell } from './cell.ts'
import { isErrorText, type Scalar } from './cellValue.ts'
import type { Rule } from './rule.ts'
import type { Sheet } from './sheet.ts'

/** Fifteen digits, so that a result loses nothing on its way through text. */
const EXACT = '0.00000000000000E+00'
/** Text that no parser takes for a number, a date or a formula. */
const PLAIN = /^\p{Script=Han}/u
/** What the engine says where it does not know a function: the file's own result is better. */
const UNKNOWN = new Set(['#NAME?', '#ERROR!', '#N/IMPL!', '#CIRC!'])
/** What is left of a reference to another sheet whose cells are gone; the engine knows it only without the sheet. */
const GONE = /(?:'(?:[^']|'')*'|[\p{L}\p{N}_.]+)!#REF!/gu
const TYPE = { number: 1, logical: 4 }

/** Loads the WebAssembly once; from its bytes or its address. */
export async function startFormulaEngine(source: BufferSource | string): Promise<void> {
  await init({ module_or_path: source })
}

/**
 * Formula results and conditional formats by IronCalc. A shadow of the workbook: the book's cells stay the truth, and
 * only sheets that hold formulas or conditional formats, or that a formula names, are copied.
 */
export class FormulaEngine {
  #model = new Model('book', 'en', 'UTC', 'en')
  readonly #order: string[] = []
  readonly #sheets = new Map<string, Sheet>()
  readonly #copied = new Set<string>()
  readonly #formulas = new Map<string, { sheet: Sheet; row: number; column: number }>()
  readonly #dirty = new Map<string, { sheet: Sheet; row: number; column: number }>()
  readonly #painted = new Map<string, string>()

  /** Takes a sheet in; computes only those of its formulas that have no result yet. */
  add(sheet: Sheet): void {
    if (this.#order.length > 0) this.#model.newSheet()
    this.#order.push(sheet.id)
    this.#sheets.set(sheet.id, sheet)
    this.#model.renameSheet(this.#order.length - 1, sheet.name)
    eachFormula(sheet, (row, column) => this.#dirty.set(key(sheet, row, column), { sheet, row, column }))
  }

  /** Begins again: cells may be anywhere else now. What was last said of each formula, the cells know. */
  restart(sheets: readonly Sheet[]): void {
    this.#model.free()
    this.#model = new Model('book', 'en', 'UTC', 'en')
    this.#order.length = 0
    for (const map of [this.#sheets, this.#copied, this.#formulas, this.#dirty, this.#painted]) map.clear()
    for (const sheet of sheets) this.add(sheet)
  }

  rename(sheet: Sheet): void {
    this.#model.renameSheet(this.#index(sheet), sheet.name)
  }

  remove(sheet: Sheet): void {
    this.#model.deleteSheet(this.#index(sheet))
    this.#order.splice(this.#order.indexOf(sheet.id), 1)
    this.#sheets.delete(sheet.id)
    for (const map of [this.#formulas, this.#dirty]) for (const name of map.keys()) if (name.startsWith(`${sheet.id}|`)) map.delete(name)
  }

  /** Says that a cell holds something else now. */
  touch(sheet: Sheet, row: number, column: number): void {
    if (!this.#copied.has(sheet.id) && sheet.at(row, column)?.formula === undefined) return
    this.#dirty.set(key(sheet, row, column), { sheet, row, column })
  }

  /**
   * Computes what the touched cells change. A cell takes its result only where that is another than before: a file's own
   * results stay, as they do in Excel, until something they depend on changes.
   */
  settle(): void {
    if (this.#dirty.size === 0) return
    this.#model.pauseEvaluation()
    for (const { sheet, row, column } of this.#dirty.values()) this.#take(sheet, row, column)
    this.#dirty.clear()
    this.#model.resumeEvaluation()
    this.#model.evaluate()
    for (const { sheet, row, column } of this.#formulas.values()) this.#answer(sheet, row, column)
  }

  /** Tells the engine a sheet's rules; `look` then answers what they paint. */
  paint(sheet: Sheet, rules: readonly Rule[]): void {
    const now = JSON.stringify(rules)
    if (this.#painted.get(sheet.id) === now) return
    this.#painted.set(sheet.id, now)
    this.#model.pauseEvaluation()
    this.#copy(sheet)
    const index = this.#index(sheet)
    for (let left = this.#model.getConditionalFormattingList(index).length; left > 0; left--)
      this.#model.deleteConditionalFormatting(index, 0)
    for (const rule of [...rules].reverse()) {
      const input = engineRule(rule)
      if (!input) continue
      try {
        this.#model.addConditionalFormatting(index, rule.areas.map(areaText).join(' '), input)
      } catch {
        // A formula the engine cannot read paints nothing; the rule stays in the file.
      }
    }
    this.#model.resumeEvaluation()
    this.#model.evaluate()
  }

  /** What conditional formats paint over a cell. */
  look(sheet: Sheet, row: number, column: number): { fill?: string; color?: string; bold: boolean; underline: boolean } {
    const { fill, font } = this.#model.getCellStyle(this.#index(sheet), row, column).style
    return {
      ...(typeof fill.color === 'string' ? { fill: fill.color } : {}),
      ...(typeof font.color === 'string' && font.color !== '#000000' ? { color: font.color } : {}),
      bold: font.b === true,
      underline: font.u === true,
    }
  }

  #index(sheet: Sheet): number {
    return this.#order.indexOf(sheet.id)
  }

  #take(sheet: Sheet, row: number, column: number): void {
    const formula = sheet.find(row, column)?.formula
    if (formula !== undefined) {
      this.#copy(sheet)
      for (const other of this.#sheets.values()) if (formula.includes(other.name)) this.#copy(other)
    }
    if (this.#copied.has(sheet.id)) this.#put(sheet, row, column)
  }

  #copy(sheet: Sheet): void {
    if (this.#copied.has(sheet.id)) return
    this.#copied.add(sheet.id)
    sheet.eachCell(EVERYWHERE, (_, row, column) => this.#put(sheet, row, column))
  }

  #put(sheet: Sheet, row: number, column: number): void {
    const index = this.#index(sheet)
    const cell = sheet.find(row, column)
    if (cell?.formula === undefined) {
      this.#formulas.delete(key(sheet, row, column))
      this.#model.setUserInput(index, row, column, entered(cell?.value ?? ''))
      return
    }
    this.#model.setUserInput(index, row, column, `=${cell.formula.replace(GONE, '#REF!')}`)
    this.#model.updateRangeStyle({ sheet: index, row, column, width: 1, height: 1 }, 'num_fmt', EXACT)
    this.#formulas.set(key(sheet, row, column), { sheet, row, column })
  }

  #answer(sheet: Sheet, row: number, column: number): void {
    const cell = sheet.find(row, column)
    if (cell?.formula === undefined) return
    const index = this.#index(sheet)
    const computed = this.#model.getFormattedCellValue(index, row, column)
    if (computed === cell.computed) return
    const isFirst = cell.computed === undefined || UNKNOWN.has(computed)
    const stays = !cell.isPending && isFirst
    sheet
      .row(row)
      .cells.set(column, { ...(stays ? cell : withResult(cell, computed, this.#model.getCellType(index, row, column))), computed })
  }
}

function withResult({ isPending: _, isError: __, ...cell }: Cell, text: string, type: number): Cell {
  const value = type === TYPE.number ? Number(text) : type === TYPE.logical ? text === 'TRUE' : text
  const isError = typeof value === 'string' && (isErrorText(value) || UNKNOWN.has(value))
  if (!isError) return { ...cell, value }
  return { ...cell, value: UNKNOWN.has(value) ? '#NAME?' : value, isError }
}

const key = (sheet: Sheet, row: number, column: number): string => `${sheet.id}|${row}|${column}`

const EVERYWHERE = { top: 1, left: 1, bottom: LAST_ROW, right: LAST_COLUMN }

function eachFormula(sheet: Sheet, visit: (row: number, column: number) => void): void {
  sheet.eachCell(EVERYWHERE, (cell, row, column) => {
    if (cell.formula !== undefined) visit(row, column)
  })
}

function entered(value: Scalar): string {
  if (value === '') return ''
  if (typeof value === 'string') return PLAIN.test(value) ? value : `'${value}`
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value)
}

const OPERATORS: Readonly<
  Record<string, 'Equal' | 'GreaterThan' | 'LessThan' | 'Between' | 'NotEqual' | 'GreaterThanOrEqual' | 'LessThanOrEqual' | 'NotBetween'>
> = {
  equal: 'Equal',
  notEqual: 'NotEqual',
  greaterThan: 'GreaterThan',
  greaterThanOrEqual: 'GreaterThanOrEqual',
  lessThan: 'LessThan',
  lessThanOrEqual: 'LessThanOrEqual',
  between: 'Between',
  notBetween: 'NotBetween',
}

function engineRule(rule: Rule): CfRuleInput | undefined {
  const { fill, color, bold, underline } = rule.look
  const font = { ...(color ? { color } : {}), ...(bold ? { b: true } : {}), ...(underline ? { u: true } : {}) }
  const format = { ...(fill ? { fill: { color: fill } } : {}), ...(Object.keys(font).length > 0 ? { font } : {}) }
  const [first, second] = rule.formulas
  if (first === undefined) return undefined
  if (rule.kind === 'expression') return { type: 'Formula', formula: `=${first}`, format, stop_if_true: false }
  const operator = rule.kind === 'cellIs' ? OPERATORS[rule.operator] : undefined
  return operator ? { type: 'CellIs', operator, formula: first, formula2: second ?? null, format, stop_if_true: false } : undefined
}
