import { recordKeyText } from '../../../shared/record/figureRecord.ts'
import { mainCell } from '../../flow/place.ts'
import type { SentRow } from '../../flow/submit/deliver.ts'
import { CellButton } from '../frame/CellButton.tsx'
import { FindingRow } from '../frame/FindingList.tsx'
import { rowName, showValue } from '../frame/names.ts'
import { SkipToActs } from '../frame/SkipToActs.tsx'
import { usePane, useStore } from '../frame/usePane.ts'
import { CompleteButton } from './CompleteButton.tsx'
import { ConflictChoice } from './ConflictChoice.tsx'
import { PlannedRowItem } from './PlannedRowItem.tsx'

const RANK: Readonly<Record<SentRow['outcome']['status'], number>> = { conflict: 0, rejected: 1, held: 2, applied: 3, unchanged: 4 }

/** The server's answer, row by row: what needs the person first. */
export function AnswerPanel() {
  const { stores, actions, texts } = usePane()
  const answers = useStore(stores.answers)
  const context = useStore(stores.context)
  if (answers === null || context === null) return null
  const sent = [...answers.sent].sort((a, b) => RANK[a.outcome.status] - RANK[b.outcome.status])
  const unsent = answers.unsent.filter(({ kind }) => kind !== 'unchanged')
  const same = answers.unsent.filter(({ kind }) => kind === 'unchanged')
  const many = (status: string): number => sent.filter(({ outcome }) => outcome.status === status).length
  const refused = unsent.filter(({ record }) => record.disposition !== 'missing').length
  const { undelivered, stopped } = answers
  const left = many('conflict') + many('rejected') + many('held') + refused + undelivered.length + stopped.length
  return (
    <section data-testid="answers">
      <h2 tabIndex={-1}>{answers.resent ? texts.answer.resentTitle : texts.answer.title}</h2>
      <SkipToActs />
      <p class="sum" data-testid="answer-counts">
        {texts.answer.counts({
          applied: many('applied'),
          unchanged: many('unchanged') + same.length,
          conflicts: many('conflict'),
          rejected: many('rejected'),
          undelivered: undelivered.length,
          stopped: stopped.length,
          unsent: unsent.length,
        })}
      </p>
      <ul class="plan">
        {sent.map((row) => (
          <Outcome key={recordKeyText(row.key)} row={row} />
        ))}
        {undelivered.map((row) => (
          <PlannedRowItem key={row.key} row={row} status="undelivered" />
        ))}
        {stopped.map((row) => (
          <PlannedRowItem key={row.key} row={row} status="stopped" />
        ))}
        {unsent.map((row) => (
          <PlannedRowItem key={row.key} row={row} status="unsent" />
        ))}
        {same.map((row) => (
          <PlannedRowItem key={row.key} row={row} status="unchanged" />
        ))}
      </ul>
      <div class="foot">
        {left === 0 && <CompleteButton size="large" />}
        {left > 0 && <p class="small">{texts.unit.completion.notAllSent(left)}</p>}
        <fluent-button class="wide" appearance={left === 0 ? 'outline' : 'primary'} data-testid="done" onClick={actions.closeAnswers}>
          {texts.answer.done}
        </fluent-button>
      </div>
    </section>
  )
}

function Outcome({ row }: { row: SentRow }) {
  const { stores, texts } = usePane()
  const context = useStore(stores.context)
  if (context === null) return null
  const { register } = context
  const { key, place, outcome, values } = row
  const cell = mainCell(place.cells)
  const main = values.cumulative !== undefined && values.cumulative !== null ? 'cumulative' : undefined
  return (
    <li
      class={`outcome ${outcome.status}`}
      data-testid="outcome"
      data-status={outcome.status}
      data-key={recordKeyText(key)}
      data-cell={cell}
    >
      <div class="head">
        <CellButton place={place} />
        <span class="title">{rowName(register, key)}</span>
        <span class="badge">{texts.answer.statuses[outcome.status]}</span>
      </div>
      {outcome.status === 'applied' && main !== undefined && (
        <p class="small">
          {texts.submit.fresh(texts.fields[main], showValue({ register, texts }, { subject: key.subject, field: main }, values[main]))}
        </p>
      )}
      {outcome.status === 'rejected' && (
        <ul>
          {outcome.findings.map((finding, index) => (
            <FindingRow key={`${finding.code}:${index}`} finding={finding} />
          ))}
        </ul>
      )}
      {outcome.status === 'conflict' && <ConflictChoice row={row} outcome={outcome} />}
    </li>
  )
}
