import { isKeyOf } from '../../../shared/base/keysOf.ts'
import type { SheetReading } from '../../../shared/pipeline/sheetReading.ts'
import type { Question } from '../../../shared/record/question.ts'
import type { Correction, RecognizedTable } from '../../../shared/record/reading.ts'
import type { SetAside } from '../../../shared/record/setAside.ts'
import { usePane } from '../frame/usePane.ts'
import { LayoutState } from './LayoutState.tsx'
import { ReadColumn } from './ReadColumn.tsx'
import { ReadRow } from './ReadRow.tsx'
import { readingWords } from './readingWords.ts'

/**
 * 识别结果: tables, columns and rows as they were understood, with why, and the way to correct each; the columns that a
 * person wants to say something of are open for it.
 */
export function ReadingPanel(props: { reading: SheetReading; corrections: readonly Correction[]; asked: Question | null }) {
  const { reading, corrections, asked } = props
  const { actions, texts } = usePane()
  const words = readingWords(texts)
  const { read, skipped, reported } = reading.cellCount
  return (
    <div class="reading" data-testid="reading">
      <p class="small">{words.cells(read, skipped, reported)}</p>
      {corrections.length > 0 && (
        <p class="small">
          {words.corrected}
          <fluent-button
            size="small"
            appearance="subtle"
            data-testid="forget"
            onClick={() => void actions.forgetCorrections(reading.sheetName)}
          >
            {words.forget}
          </fluent-button>
        </p>
      )}
      {reading.tables.map((table, index) => (
        <Table
          key={table.id}
          table={table}
          number={reading.tables.length > 1 ? index + 1 : null}
          sheet={reading.sheetName}
          open={asked?.table === table.id ? asked.columns : []}
        />
      ))}
      {reading.setAside.length > 0 && <FiguresAside setAside={reading.setAside} />}
    </div>
  )
}

/** Figures that no record has, each with the reason: nothing is left out without a word. */
function FiguresAside({ setAside }: Pick<SheetReading, 'setAside'>) {
  const words = readingWords(usePane().texts)
  const why = (reason: SetAside['reason']): string =>
    isKeyOf(words.asideReasons, reason) ? words.asideReasons[reason] : words.skipReasons[reason]
  return (
    <section class="table" data-testid="setAside">
      <h3>{words.setAside}</h3>
      <ul class="columns">
        {setAside.map(({ reason, first, last, count }) => (
          <li key={`${reason}:${first}`}>
            <div class="line">
              <span class="cell">{first}</span>
              <span class="what">
                <span>{why(reason)}</span>
                {count > 1 && <span class="small">{words.setAsideTo(last, count)}</span>}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Table(props: { table: RecognizedTable; number: number | null; sheet: string; open: readonly number[] }) {
  const { table, number, sheet, open } = props
  const { texts } = usePane()
  const words = readingWords(texts)
  const first = table.headerRows[0]
  return (
    <section class="table">
      {(number !== null || table.title !== undefined) && (
        <h2>
          {number !== null && `${words.table} ${number} `}
          {table.title?.text ?? ''}
        </h2>
      )}
      <p class="small">
        {first === undefined ? words.noHeadings : `${words.headings} ${words.rowRange(first, table.headerRows.at(-1) ?? first)}`} ·{' '}
        {words.orientations[table.orientation]}
      </p>
      <LayoutState layout={table.memory.layout} />
      <h3>{words.columns}</h3>
      <ul class="columns">
        {table.columns.map((column) => (
          <ReadColumn
            key={column.column}
            column={column}
            table={table}
            sheet={sheet}
            isOpen={open.includes(column.column)}
            isFirst={open[0] === column.column}
          />
        ))}
      </ul>
      <h3>{words.rows}</h3>
      <ul class="columns">
        {table.rows.map((binding) => (
          <ReadRow key={binding.row} binding={binding} table={table} sheet={sheet} />
        ))}
      </ul>
      {table.skipRows.length > 0 && (
        <>
          <h3>{words.skipped}</h3>
          <p class="small">
            {table.skipRows
              .filter(({ reason }) => reason !== 'blank')
              .map(({ row, reason }) => `${words.row(row)} ${words.skipReasons[reason]}`)
              .join(texts.separator)}
          </p>
        </>
      )}
    </section>
  )
}
