import type { SheetReading } from '../../../shared/pipeline/sheetReading.ts'
import type { Ledger, LedgerSum } from '../../../shared/record/ledger.ts'
import { sumPlace } from '../../../shared/record/ledger.ts'
import { areaName } from '../../../shared/register/registerIndex.ts'
import { mainCell } from '../../flow/place.ts'
import { showValue, subjectName } from '../frame/names.ts'
import { useFirst } from '../frame/useFirst.tsx'
import { usePane, useStore } from '../frame/usePane.ts'
import { readingWords } from './readingWords.ts'

const FIRST = 8

/** Ledgers that wait: what their rows add up to, with the rows, and one click that reports the sums and is remembered. */
export function LedgerCards({ reading }: { reading: SheetReading }) {
  return (
    <>
      {reading.ledgers
        .filter(({ isAnswered }) => !isAnswered)
        .map((ledger) => (
          <LedgerCard key={`${ledger.table}:${ledger.subject}`} ledger={ledger} reading={reading} />
        ))}
    </>
  )
}

function LedgerCard({ ledger, reading }: { ledger: Ledger; reading: SheetReading }) {
  const { stores, actions, texts } = usePane()
  const register = useStore(stores.context)?.register
  const busy = useStore(stores.busy)
  const { shown, more } = useFirst(ledger.sums, FIRST, { look: 'small' })
  if (register === undefined) return null
  const words = readingWords(texts).ledger
  const rows = ledger.sums.reduce((count, sum) => count + sum.rows.length, 0)
  const id = `ledger-${ledger.table}-${ledger.subject}`
  return (
    <section class="question" data-testid="ledger" aria-labelledby={id}>
      <h2 id={id}>{words.title(subjectName(register, ledger.subject), rows)}</h2>
      <p class="small">{ledger.by === 'figures' ? words.added(ledger.items) : words.counted(ledger.items)}</p>
      <ul class="sums">
        {shown.map((sum) => (
          <Sum key={sum.area} sum={sum} reading={reading} counted={ledger.by === 'rows'} />
        ))}
      </ul>
      {more}
      <button
        type="button"
        class="answer"
        disabled={busy !== null}
        data-testid="add-up"
        onClick={() => void actions.correct(reading.sheetName, ledger.answer)}
      >
        {words.addUp}
      </button>
      <p class="small">{words.waits}</p>
    </section>
  )
}

/** What one area's rows add up to, and the way to the first of them. */
function Sum({ sum, reading, counted }: { sum: LedgerSum; reading: SheetReading; counted: boolean }) {
  const { stores, actions, texts } = usePane()
  const register = useStore(stores.context)?.register
  const place = sumPlace(sum.rows[0] ?? 0, sum)
  const record = reading.records.find((one) => sumPlace(one.origin.row, one) === place)
  if (register === undefined || record === undefined) return null
  const words = readingWords(texts).ledger
  const value = (field: 'target' | 'cumulative'): string =>
    showValue({ register, texts }, { subject: sum.subject, field }, record.values[field])
  const cell = mainCell(record.origin.cells) ?? `A${sum.rows[0] ?? 1}`
  return (
    <li data-testid="ledger-sum" data-area={sum.area}>
      <button type="button" class="cell" title={texts.check.goTo(cell)} onClick={() => void actions.select(reading.sheetName, cell)}>
        {cell}
      </button>
      <strong>{areaName(register, sum.area)}</strong>
      <span>
        {value('cumulative')}
        {record.values.target != null && words.ofTarget(value('target'))}
      </span>
      <span class="small">
        {words.rows(rowRanges(sum.rows, texts.reading.rowRange, texts.separator), sum.rows.length)}
        {sum.without > 0 && (counted ? words.notCounted(sum.without) : words.without(sum.without))}
      </span>
    </li>
  )
}

/** 第3–12行、第15行: rows as stretches. */
function rowRanges(rows: readonly number[], range: (first: number, last: number) => string, separator: string): string {
  const stretches: [number, number][] = []
  for (const row of rows) {
    const last = stretches.at(-1)
    if (last !== undefined && last[1] === row - 1) last[1] = row
    else stretches.push([row, row])
  }
  const shown = stretches.slice(0, MOST_STRETCHES).map(([first, last]) => range(first, last))
  return shown.join(separator) + (stretches.length > MOST_STRETCHES ? '…' : '')
}

const MOST_STRETCHES = 4
