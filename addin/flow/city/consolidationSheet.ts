import type { Register } from '../../../shared/register/register.ts'
import type { Consolidation } from '../../../shared/wire/consolidation.ts'
import type { KeyedSheet, KeyedTable } from '../refresh/keyedSheet.ts'
import { type ConsolidationColumn, consolidationColumns, indicatorRow } from './consolidationColumns.ts'
import { comparedWith, excludedFromRanks } from './consolidationNames.ts'
import { consolidationTables } from './consolidationTables.ts'
import type { ConsolidationWords } from './consolidationWords.ts'

/**
 * The city's figures as a sheet: title, the position they were computed from, one row an indicator with change, light and a
 * column for each county; below, who reported in time, the counties' ranks, where reporters disagree, and who has not
 * reported. `at` is the ISO time at which they were asked for.
 */
export function consolidationSheet(answer: Consolidation, register: Register, words: ConsolidationWords, at: string): KeyedSheet {
  const columns = consolidationColumns(register, words)
  return {
    name: words.sheetName(answer.period),
    title: words.title(register.year, answer.period),
    note: {
      text: `${words.madeFrom(answer.asOfSeq, at, answer.registerVersion)}${words.judged(answer.judgedOn, comparedWith(answer))}${rankingNote(answer, register, words)}`,
      meanwhile: words.unfinished,
      begins: words.madeFromBegins,
    },
    columns: columns.map(({ heading, width }) => ({ heading, width })),
    tables: [figureTable(answer, register, columns, words), ...consolidationTables({ answer, register, words, width: columns.length })],
    paper: 'a3',
  }
}

/** Nothing where nobody is ranked: the table below says so. */
const rankingNote = ({ ranking }: Consolidation, register: Register, words: ConsolidationWords): string =>
  ranking.counties.some(({ rank }) => rank !== null) ? words.ranking.note(ranking.fewest, excludedFromRanks(ranking, register)) : ''

function figureTable(
  answer: Consolidation,
  register: Register,
  columns: readonly ConsolidationColumn[],
  words: ConsolidationWords,
): KeyedTable {
  return {
    name: 'figures',
    title: '',
    none: '',
    left: words.left,
    columns: columns.map(({ heading, use }, i) => ({ heading, from: i + 1, to: i + 1, use })),
    rows: answer.indicators.flatMap((found) => {
      const row = indicatorRow(found, register)
      return row === undefined ? [] : [columns.map((column) => column.cell(row))]
    }),
  }
}
