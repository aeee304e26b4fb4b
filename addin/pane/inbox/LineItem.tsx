import { columnName } from '../../../shared/grid/a1.ts'
import type { Question } from '../../../shared/record/question.ts'
import type { Conflict, SheetOutcome } from '../../flow/inbox/sendSheet.ts'
import { goes, type InboxLine } from '../../state/inbox/inboxLines.ts'
import { FindingRow } from '../frame/FindingList.tsx'
import { rowName, shorten, showValue } from '../frame/names.ts'
import { FaultText } from './FaultText.tsx'
import { UnitChoice } from './UnitChoice.tsx'
import type { InboxProps } from './useInbox.ts'

type LineProps = InboxProps & { readonly line: InboxLine }

/** A sheet of a file: whose it is and why, what it would send, what speaks against it, what came of it. */
export function LineItem(props: LineProps) {
  const { line, words, texts, inbox, idle } = props
  const { sheet, state, plan, standing } = line
  const name = { sha256: line.sha256, sheet: sheet.sheetName }
  const reading = sheet.reading?.ok === true ? sheet.reading.value : null
  const by = (severity: 'error' | 'warning'): number => reading?.findings.filter((one) => one.severity === severity).length ?? 0
  const found = words.found(by('error'), by('warning'))
  return (
    <li data-testid="inbox-line" data-file={line.fileName} data-standing={standing} data-unit={sheet.unit ?? ''}>
      <div class="head">
        <span class="fileName">{line.fileName}</span>
        <span class={`badge ${BADGE[standing]}`}>{words.standings[standing]}</span>
      </div>
      <p class="small">{sheet.sheetName}</p>
      <UnitChoice {...props} />
      {sheet.reading?.ok === false && <p class="small">{sheet.reading.fault.tag === 'empty' ? words.emptySheet : words.noTable}</p>}
      {plan !== null && (
        <p class="small" data-testid="inbox-rows" data-going={plan.going} data-withheld={plan.withheld}>
          {words.rows(plan.going, plan.unchanged, plan.withheld)} · {found === '' ? words.nothingFound : found}
        </p>
      )}
      {plan !== null && plan.withheld > 0 && line.doubts.length === 0 && <p class="small">{words.withheld}</p>}
      {line.doubts.map((finding) => (
        <div key={finding.code} class="doubt" data-testid="inbox-doubt" data-code={finding.code}>
          <ul class="warning">
            <FindingRow finding={finding} />
          </ul>
          <fluent-button size="small" disabled={!idle} data-testid="inbox-confirm" onClick={() => void inbox.confirm(name, finding)}>
            {words.isRight}
          </fluent-button>
        </div>
      ))}
      {reading?.questions.map((question) => (
        <Choices key={question.table} question={question} {...props} />
      ))}
      {line.clashes.map((clash) => (
        <p key={`${clash.fileName}|${clash.sheetName}`} class="unsure" data-testid="inbox-clash">
          {words.clash(clash.fileName, clash.sheetName, clash.rows)}
        </p>
      ))}
      {line.before !== null && state.sent === null && <p class="small">{words.before(line.before.by, texts.app.time(line.before.at))}</p>}
      {state.sent !== null && standing === 'sent' && (
        <p data-testid="inbox-sent">{words.sent(texts.app.time(state.sent.at), countsOf(state.sent.outcome))}</p>
      )}
      {state.tried !== null && <p data-testid="inbox-tried">{words.tried(countsOf(state.tried))}</p>}
      <Conflicts outcome={standing === 'sent' ? (state.sent?.outcome ?? null) : state.tried} {...props} />
      {state.fault !== null && <FaultText fault={state.fault} words={words} />}
      <div class="acts">
        {(standing === 'ready' || standing === 'clash') && (
          <label class="choice">
            <input
              type="checkbox"
              data-testid="inbox-tick"
              disabled={!idle}
              checked={standing === 'clash' ? state.ticked !== false : goes(line)}
              onChange={(event) => void inbox.tick(name, event.currentTarget.checked)}
            />
            {words.tick}
          </label>
        )}
        <fluent-button
          size="small"
          appearance="subtle"
          disabled={!idle}
          aria-label={words.removeNamed(line.fileName)}
          onClick={() => void inbox.remove(line.sha256)}
        >
          {words.remove}
        </fluent-button>
      </div>
    </li>
  )
}

const BADGE: Readonly<Record<InboxLine['standing'], string>> = {
  chooseUnit: 'bad',
  doubt: 'warn',
  clash: 'warn',
  unreadable: 'bad',
  nothing: '',
  ready: 'good',
  sent: 'good',
}

const countsOf = ({ conflicts, refusedRows, ...outcome }: SheetOutcome) => ({
  ...outcome,
  conflicts: conflicts.length,
  refused: refusedRows,
})

/** Two or three readings of columns, by the figures of one row; one click says which it is. */
function Choices({ question, line, words, texts, inbox, idle }: LineProps & { readonly question: Question }) {
  return (
    <div class="doubt" data-testid="inbox-question">
      <p class="small">{words.questions(1)}</p>
      {question.choices
        .filter(({ columns }) => columns.length > 0)
        .map((choice) => {
          const text = choice.columns
            .map(
              (column) =>
                `${texts.columnFields[column.field]}${texts.colon}${columnName(column.column)} ${shorten(column.header, 20)} ${column.text}`,
            )
            .join(texts.separator)
          return (
            <button
              key={text}
              type="button"
              class="answer"
              disabled={!idle}
              onClick={() => void inbox.answer({ sha256: line.sha256, sheet: line.sheet.sheetName }, choice.corrections)}
            >
              {text}
            </button>
          )
        })}
      <p class="small">{words.inSheet}</p>
    </div>
  )
}

/** What the unit itself reports otherwise, and what the server does not take. */
function Conflicts({ outcome, line, words, context, texts, inbox, idle }: LineProps & { readonly outcome: SheetOutcome | null }) {
  if (outcome === null) return null
  const { register } = context
  const show = ({ row, fields, server }: Conflict): readonly string[] =>
    fields.map((field) => {
      const value = (of: unknown): string => showValue({ register, texts }, { subject: row.key.subject, field }, of)
      return words.conflict(rowName(register, row.key), texts.fields[field], value(server.values[field]), value(row.values[field]))
    })
  return (
    <>
      {outcome.conflicts.length > 0 && (
        <div class="conflict" data-testid="inbox-conflicts">
          <p class="small">{words.conflicts}</p>
          <ul>
            {outcome.conflicts.flatMap(show).map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
          <fluent-button
            size="small"
            disabled={!idle}
            data-testid="inbox-prefer"
            onClick={() => void inbox.preferFile({ sha256: line.sha256, sheet: line.sheet.sheetName })}
          >
            {words.preferFile}
          </fluent-button>
        </div>
      )}
      {outcome.refused.length > 0 && (
        <div data-testid="inbox-refused">
          <p class="small">{words.refused}</p>
          <ul class="error">
            {outcome.refused.map((finding, index) => (
              <FindingRow key={`${finding.code}:${index}`} finding={finding} />
            ))}
          </ul>
        </div>
      )}
    </>
  )
}
