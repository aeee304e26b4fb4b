import type { PlannedRow } from '../../flow/submit/planSubmission.ts'
import { type Decisions, goes } from '../../flow/submit/planSubmission.ts'
import { waysOut } from '../../flow/submit/waysOut.ts'
import { useEscape } from '../focus/useEscape.ts'
import { FindingRow } from '../frame/FindingList.tsx'
import { SkipToActs } from '../frame/SkipToActs.tsx'
import { useFirst } from '../frame/useFirst.tsx'
import { usePane, useStore } from '../frame/usePane.ts'
import { WaysOut } from '../frame/WaysOut.tsx'
import { CompleteButton } from './CompleteButton.tsx'
import { CorrectionNote } from './CorrectionNote.tsx'
import { Ledgers } from './Ledgers.tsx'
import { PlannedRowItem } from './PlannedRowItem.tsx'
import { ReasonForm } from './ReasonForm.tsx'

const ORDER: readonly PlannedRow['kind'][] = ['overwrites', 'changed', 'restored', 'takenOver', 'new', 'withheld', 'unchanged']
const FIRST = 60

/** What 报送 will change, row by row, before anything is sent. */
export function PreviewPanel() {
  const { stores, actions, texts } = usePane()
  const pending = useStore(stores.pending)
  const context = useStore(stores.context)
  const busy = useStore(stores.busy)
  const periods = useStore(stores.periods)
  const typed = pending !== null && hasWords(pending.decisions)
  // What was typed is not thrown away by a key.
  const panel = useEscape<HTMLElement>(() => typed || actions.cancelPreview())
  if (pending === null || context === null) return null
  const { plan, decisions, preview } = pending
  const going = plan.filter((row) => goes(row, decisions)).length
  const inSheet = new Set(plan.map(({ key }) => key))
  const elsewhere = [...preview.stored].filter(([key, { deleted }]) => !deleted && !inSheet.has(key)).length
  const asks = plan.flatMap((row) => row.asks.map((finding) => ({ row, finding })))
  const doubts = preview.check.reading.findings.filter((finding) => waysOut(finding, periods).length > 0)
  const words = texts.submit
  return (
    <section data-testid="preview" ref={panel}>
      <h2 tabIndex={-1}>{words.title}</h2>
      <SkipToActs />
      <p class="small">{words.lead(texts.app.period(context.period.id), preview.check.reading.sheetName)}</p>
      {doubts.length > 0 && (
        <ul class="group warning" data-testid="doubts">
          {doubts.map((finding) => (
            <FindingRow key={`${finding.code}:${finding.cell}`} finding={finding} ways={<WaysOut finding={finding} />} />
          ))}
        </ul>
      )}
      <Ledgers reading={preview.check.reading} />
      {preview.needsNote && <CorrectionNote />}
      {asks.length > 0 && <ReasonForm asks={asks} />}
      {ORDER.map((kind) => (
        <Kind key={kind} kind={kind} rows={plan.filter((row) => row.kind === kind)} open={kind !== 'unchanged' || going === 0} />
      ))}
      {elsewhere > 0 && <p class="small">{words.onlyOnServer(elsewhere)}</p>}
      <div class="foot">
        {going === 0 && <p class="small">{words.nothing}</p>}
        {plan.every(({ kind }) => kind === 'unchanged') && <CompleteButton />}
        <div class="acts">
          {going > 0 && (
            <fluent-button appearance="primary" disabled={busy !== null} data-testid="confirm-submit" onClick={() => void actions.submit()}>
              {words.confirm(going)}
            </fluent-button>
          )}
          <fluent-button disabled={busy !== null} data-testid="back" onClick={actions.cancelPreview}>
            {words.back}
          </fluent-button>
        </div>
      </div>
    </section>
  )
}

const hasWords = ({ reasons, note, evidence }: Decisions): boolean =>
  [note, evidence, ...Object.values(reasons).flatMap((one) => Object.values(one))].some((words) => words?.trim())

function Kind({ kind, rows, open }: { kind: PlannedRow['kind']; rows: readonly PlannedRow[]; open: boolean }) {
  const { texts } = usePane()
  const { shown, more } = useFirst(rows, FIRST)
  if (rows.length === 0) return null
  const { title, lead } = texts.submit.kinds[kind]
  return (
    <details class={`kind ${kind}`} open={open} data-testid={`kind-${kind}`}>
      <summary>
        <span class="title">{title}</span>
        <span class="number">{rows.length}</span>
      </summary>
      <p class="small">{lead}</p>
      <ul class="plan">
        {shown.map((row) => (
          <PlannedRowItem key={row.key} row={row} />
        ))}
      </ul>
      {more}
    </details>
  )
}
