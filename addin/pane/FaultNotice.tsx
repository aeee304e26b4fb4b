import { isKeyOf } from '../../shared/base/keysOf.ts'
import type { Finding } from '../../shared/finding/finding.ts'
import type { ApiFault } from '../ports/apiFault.ts'
import type { PaneFault } from '../state/fault.ts'
import { useEscape } from './focus/useEscape.ts'
import { lazy } from './frame/lazy.tsx'
import { usePane, useStore } from './frame/usePane.ts'
import { hostText } from './text/hostText.ts'
import type { FaultText, Texts } from './text/texts.ts'

/** Nothing failed: something moved, and the person looks again. */
const WARNINGS: ReadonlySet<PaneFault['tag']> = new Set([
  'cancelled',
  'sendingStopped',
  'resendingStopped',
  'unfinished',
  'sheetChanged',
  'quicker',
  'rowsChanged',
  'noteMissing',
  'languageMissing',
])

/** Nor where a person's word holds for now and is not stored. */
const isWarning = (fault: PaneFault): boolean => WARNINGS.has(fault.tag) || ('during' in fault && fault.during === 'remember')

/** Whether nothing of a sheet was stored, for good. Earlier parts were where there is an answer: the counts below it say how many rows. */
export const storedNothing = (fault: PaneFault, isAnsweredInPart: boolean): boolean =>
  fault.tag === 'undelivered' && !fault.willRetry && !isAnsweredInPart

/** Fetched with its words, when the server has found something. */
const FindingRow = lazy(async () => (await import('./frame/FindingList.tsx')).FindingRow)

/** What keeps the person from going on: one sentence, and what to do; read out at once. */
export function FaultNotice() {
  const { stores, actions, texts } = usePane()
  const fault = useStore(stores.fault)
  const waiting = useStore(stores.waiting)
  const answers = useStore(stores.answers)
  const { place } = useStore(stores.device)
  const { willRetry, willRetryInPane, nothingStored } = texts.fault
  const notice = useEscape<HTMLDivElement>(actions.dismissFault)
  const { what, todo } = fault === null ? { what: '', todo: '' } : faultText(texts, fault)
  const id = fault === null ? null : requestId(fault)
  const findings = fault === null ? [] : findingsOf(fault)
  return (
    <div role="alert" ref={notice}>
      {fault !== null && (
        <fluent-message-bar
          intent={isWarning(fault) ? 'warning' : 'error'}
          layout="multiline"
          data-testid="fault"
          data-fault={codeOf(fault)}
        >
          <p class="first">{what}</p>
          <p>{todo}</p>
          {fault.tag === 'undelivered' && fault.willRetry && <p>{place === 'pane' ? willRetryInPane : willRetry}</p>}
          {storedNothing(fault, answers !== null) && <p>{nothingStored}</p>}
          {fault.tag === 'bug' && <p class="code">{fault.message}</p>}
          {findings.length > 0 && (
            <ul class="error">
              {findings.map((finding, index) => (
                <FindingRow key={`${finding.code}:${index}`} finding={finding} />
              ))}
            </ul>
          )}
          {id !== null && <p class="code">{texts.fault.requestId(id)}</p>}
          <div class="acts" slot="actions">
            {waiting > 0 && fault.tag === 'undelivered' && (
              <fluent-button size="small" data-testid="resend" onClick={() => void actions.resend()}>
                {texts.answer.resend}
              </fluent-button>
            )}
            {fault.tag === 'readerMissing' && (
              <fluent-button size="small" data-testid="retry-part" onClick={() => void actions.retry()}>
                {texts.fault.retry}
              </fluent-button>
            )}
            {(fault.tag === 'readerMissing' || fault.tag === 'languageMissing') && (
              <fluent-button size="small" data-testid="reload" onClick={() => location.reload()}>
                {texts.fault.reload}
              </fluent-button>
            )}
            <fluent-button size="small" appearance="subtle" data-testid="dismiss" onClick={actions.dismissFault}>
              {texts.fault.dismiss}
            </fluent-button>
          </div>
        </fluent-message-bar>
      )}
    </div>
  )
}

/** The sentence for a fault; a delivery is worded by what cut it. */
export function faultText(texts: Texts, fault: PaneFault): FaultText {
  if (fault.tag === 'undelivered') return faultText(texts, fault.cause)
  if (fault.tag === 'unfinished') {
    const { what, todo } = faultText(texts, fault.cause)
    const why = fault.cause.tag === 'cancelled' ? '' : `${what}${todo}`
    return { what: texts.fault.unfinished(fault.sheet, fault.written, fault.of), todo: `${why}${texts.fault.goOn}` }
  }
  if ('during' in fault) return hostText(texts, fault)
  if (fault.tag === 'problem') return isKeyOf(texts.problems, fault.code) ? texts.problems[fault.code] : texts.problems.internal
  return texts.faults[fault.tag]
}

const causeOf = (fault: PaneFault): PaneFault | ApiFault => (fault.tag === 'undelivered' ? fault.cause : fault)

function codeOf(fault: PaneFault): string {
  const cause = causeOf(fault)
  return cause.tag === 'problem' ? cause.code : cause.tag
}

/** What the server says of single rows, where a whole request was refused for them. */
function findingsOf(fault: PaneFault): readonly Finding[] {
  const cause = causeOf(fault)
  return cause.tag === 'problem' ? cause.findings : []
}

function requestId(fault: PaneFault): string | null {
  const cause = causeOf(fault)
  return cause.tag === 'problem' ? cause.requestId : null
}
