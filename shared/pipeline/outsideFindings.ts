import type { Finding } from '../finding/finding.ts'
import type { OutsideFigures } from '../sheet/outsideFigures.ts'

/** Figures beside the tables: once a block; a note where nothing near them names what is reported. */
export const outsideFindings = (blocks: readonly OutsideFigures[], sheet: string): readonly Finding[] =>
  blocks.map(({ cells, mayBeOurs }) => ({
    code: 'FIGURES_OUTSIDE',
    severity: mayBeOurs ? 'warning' : 'info',
    sheet,
    cell: cells[0] ?? 'A1',
    ...(cells.length > 1 ? { cells } : {}),
    params: { count: cells.length, first: cells[0] ?? '', last: cells.at(-1) ?? '' },
  }))
