import { affectedField } from '../../../shared/finding/affectedField.ts'
import type { FindingCode } from '../../../shared/finding/finding.ts'
import { type Asked, answered } from '../../flow/submit/planSubmission.ts'
import { findingWords } from '../frame/findingWords.ts'
import { rowName, showValue } from '../frame/names.ts'
import { usePane, useStore } from '../frame/usePane.ts'

/** One click that all figures of a kind were read rightly, each shown as it would be sent. */
export function ConfirmationBox({ code, asked }: { code: FindingCode; asked: readonly Asked[] }) {
  const { stores, actions, texts } = usePane()
  const pending = useStore(stores.pending)
  const context = useStore(stores.context)
  if (pending === null || context === null) return null
  const words = texts.submit
  const read = ({ row: { record }, finding }: Asked): string => {
    const field = affectedField(finding, record)
    if (field === undefined || field === 'row') return ''
    return words.fresh(
      texts.fields[field],
      showValue({ register: context.register, texts }, { subject: record.subject, field }, record.values[field]),
    )
  }
  return (
    <div class="reason">
      <p>{words.reasonFor(findingWords(texts)[code].title, asked.length)}</p>
      <label class="choice">
        <input
          type="checkbox"
          data-testid="confirmation"
          data-code={code}
          checked={asked.every(({ row }) => pending.decisions.reasons[row.key]?.[code])}
          onChange={(event) => {
            const answer = event.currentTarget.checked ? words.confirmedRead : ''
            actions.decide((before) => answered(before, code, asked, answer))
          }}
        />
        {words.confirmRead}
      </label>
      <ul>
        {asked.map((one) => (
          <li key={one.row.key} class="small">
            {rowName(context.register, one.row.record)}
            {texts.colon}
            {read(one)}
          </li>
        ))}
      </ul>
    </div>
  )
}
