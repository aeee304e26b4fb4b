import type { Grid } from '../../../shared/grid/grid.ts'

/** A figure that a way takes out of a book: of which area ('' for the whole city), in the base measure. */
export interface Taken {
  readonly area: string
  readonly value: number
}

/** The six counties as sheets name them, without 县, 市 and 区. */
const COUNTIES: Readonly<Record<string, string>> = {
  湖滨: '411202',
  陕州: '411203',
  渑池: '411221',
  卢氏: '411224',
  义马: '411281',
  灵宝: '411282',
}

/** The one county that a row's texts name, or '' where they name none or several: the whole city. */
export function areaOfRow(row: Grid['cells'][number]): string {
  const texts = row.filter((cell) => typeof cell === 'string').join(' ')
  const named = Object.entries(COUNTIES).filter(([name]) => texts.includes(name))
  const [only] = named
  return named.length === 1 && only ? only[1] : ''
}

/** The number that a cell plainly is: a number, or digits (half width or full) with commas and at most a measure behind them. */
export function plainNumber(cell: Grid['cells'][number][number] | undefined): number | undefined {
  if (typeof cell === 'number') return cell
  if (typeof cell !== 'string') return undefined
  const [, digits] = /^(-?[\d,]+(?:\.\d+)?)\D*$/.exec(cell.normalize('NFKC').trim()) ?? []
  return digits === undefined ? undefined : Number(digits.replaceAll(',', ''))
}
