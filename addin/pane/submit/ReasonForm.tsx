import { cellIn } from '../../../shared/finding/affectedField.ts'
import { effectOf } from '../../../shared/finding/effects.ts'
import type { FindingCode } from '../../../shared/finding/finding.ts'
import { type Asked, answered } from '../../flow/submit/planSubmission.ts'
import { findingWords } from '../frame/findingWords.ts'
import { rowName } from '../frame/names.ts'
import { usePane, useStore } from '../frame/usePane.ts'
import { wordParams } from '../frame/wordParams.ts'
import { fillTemplate } from '../text/fillTemplate.ts'
import { ConfirmationBox } from './ConfirmationBox.tsx'

/** One answer for each kind of finding, stored with every row it concerns; without it the figure is withheld. */
export function ReasonForm({ asks }: { asks: readonly Asked[] }) {
  const { texts } = usePane()
  const byCode = Map.groupBy(asks, ({ finding }) => finding.code)
  return (
    <div class="reasons" data-testid="reasons">
      <h3>{texts.submit.reasonsTitle}</h3>
      <p class="small">{texts.submit.reasonsLead}</p>
      {[...byCode].map(([code, asked]) =>
        asked.some(({ finding }) => effectOf(finding) === 'asksConfirmation') ? (
          <ConfirmationBox key={code} code={code} asked={asked} />
        ) : (
          <Reason key={code} code={code} asked={asked} />
        ),
      )}
    </div>
  )
}

function Reason({ code, asked }: { code: FindingCode; asked: readonly Asked[] }) {
  const { stores, actions, texts } = usePane()
  const pending = useStore(stores.pending)
  const context = useStore(stores.context)
  if (pending === null || context === null) return null
  const first = asked[0]
  const value = first === undefined ? '' : (pending.decisions.reasons[first.row.key]?.[code] ?? '')
  const { title, reason } = findingWords(texts)[code]
  const id = `reason-${code}`
  return (
    <div class="reason">
      <label for={id}>{texts.submit.reasonFor(title, asked.length)}</label>
      <ul>
        {asked.slice(0, 3).map(({ row, finding }) => (
          <li key={`${row.key}${finding.cell}`} class="small">
            <span class="cell">{cellIn(finding, row.record)}</span> {rowName(context.register, row.record)}
            {texts.colon}
            {fillTemplate(reason, wordParams(context.register, texts, finding.params), texts.separator)}
          </li>
        ))}
        {asked.length > 3 && <li class="small">…</li>}
      </ul>
      <textarea
        id={id}
        rows={2}
        maxLength={200}
        value={value}
        placeholder={texts.submit.reasonPlaceholder}
        data-testid="reason"
        data-code={code}
        onInput={(event) => {
          const text = event.currentTarget.value
          actions.decide((before) => answered(before, code, asked, text))
        }}
      />
    </div>
  )
}
