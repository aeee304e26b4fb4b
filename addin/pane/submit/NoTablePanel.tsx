import { anchorHeaderRow } from '../../flow/submit/anchorCorrection.ts'
import { ClearMarks } from '../frame/ClearMarks.tsx'
import { shorten } from '../frame/names.ts'
import { usePane, useStore } from '../frame/usePane.ts'

const ROWS = 20
/** Headings named at first; the rest on demand. */
const FEW = 12

/** No table was recognised: which headings were looked for, and the person points at the heading's row. */
export function NoTablePanel() {
  const { stores, actions, texts } = usePane()
  const checked = useStore(stores.checked)
  const busy = useStore(stores.busy)
  if (checked.tag !== 'noTable') return null
  const { grid, lookedFor, corrected } = checked
  const rows = grid.cells
    .map((cells, index) => ({ row: index + 1, words: cells.filter((cell) => cell !== null && cell !== '').map(String) }))
    .filter(({ words }) => words.length > 1)
    .slice(0, ROWS)
  const words = texts.noTable
  return (
    <section data-testid="no-table">
      <h2 tabIndex={-1}>{words.title}</h2>
      <p>{corrected ? words.stillNot : words.lead}</p>
      <p class="small">
        {words.lookedFor}
        {texts.colon}
        {lookedFor.slice(0, FEW).join(texts.separator)}
        {lookedFor.length > FEW && '…'}
      </p>
      {lookedFor.length > FEW && (
        <details class="small">
          <summary>{texts.check.more}</summary>
          {lookedFor.slice(FEW).join(texts.separator)}
        </details>
      )}
      <fluent-button class="wide" appearance="primary" disabled={busy !== null} data-testid="check" onClick={() => void actions.check()}>
        {texts.check.again}
      </fluent-button>
      {rows.length > 0 && <h3>{words.choose}</h3>}
      <ul class="rows">
        {rows.map(({ row, words: cells }) => (
          <li key={row}>
            <button
              type="button"
              class="pick"
              data-row={row}
              disabled={busy !== null}
              onClick={() => void actions.correct(grid.sheetName, { kind: 'headerRow', ...anchorHeaderRow(grid, row) })}
            >
              <span class="cell">{texts.reading.row(row)}</span>
              <span>{shorten(cells.join(' | '), 60)}</span>
              <span class="act">{words.thisIsHeading}</span>
            </button>
          </li>
        ))}
      </ul>
      <ClearMarks />
    </section>
  )
}
