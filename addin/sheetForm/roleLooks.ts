import { keysOf } from '../../shared/base/keysOf.ts'
import { address } from '../../shared/grid/a1.ts'
import type { SheetCell, SheetDocument } from '../ports/sheetDocument.ts'

type Role = SheetCell['role']

/** How cells of a role look; what is left out is as the sheet has it. Colours are "#RRGGBB", sizes points. */
export interface RoleLook {
  readonly fill?: string
  readonly color?: string
  readonly bold?: boolean
  readonly size?: number
  readonly horizontal?: 'Center'
  readonly vertical: 'Center'
  readonly wrap?: boolean
}

const centred = { horizontal: 'Center', vertical: 'Center' } as const
const lit = (fill: string, color: string): RoleLook => ({ fill, color, bold: true, ...centred })

/** A fill of its own for each light, with dark letters: the word says which it is, the colour only helps the eye. */
export const ROLE_LOOKS: Readonly<Record<Role, RoleLook>> = {
  title: { bold: true, size: 16, ...centred },
  heading: { bold: true, fill: '#DCE6F1', wrap: true, ...centred },
  note: { color: '#595959', vertical: 'Center', wrap: true },
  body: { vertical: 'Center', wrap: true },
  blue: lit('#DDEBF7', '#1F4E79'),
  green: lit('#E2EFDA', '#375623'),
  yellow: lit('#FFE699', '#7F6000'),
  red: lit('#F8CBAD', '#9C0006'),
  grey: lit('#E7E6E6', '#404040'),
  missing: { color: '#7F6000', fill: '#FFF8E1', wrap: true, ...centred },
}

export const ROLES: readonly Role[] = keysOf(ROLE_LOOKS)

/** Of the thin lines around and between the cells of a table. */
export const LINE_COLOR = '#BFBFBF'

/** The cells of a sheet that are wanted, by address. */
export const cellsOf = ({ rows }: SheetDocument, wanted: (cell: SheetCell, row: readonly SheetCell[]) => boolean): readonly string[] =>
  rows.flatMap((row, i) => row.flatMap((cell, j) => (wanted(cell, row) ? [address(i + 1, j + 1)] : [])))

/** A cell within a table: lines are drawn around it. An empty row between tables has none. */
export const isInTable = (cell: SheetCell, row: readonly SheetCell[]): boolean =>
  cell.role !== 'title' && cell.role !== 'note' && row.some((one) => one.kind !== 'blank')
