import type { DocumentAsk } from '../../../shared/wire/document.ts'
import { usePane, useStore } from '../frame/usePane.ts'
import type { DocumentName } from '../text/cityTexts.ts'
import { LetterheadForm } from './LetterheadForm.tsx'
import { Letters } from './Letters.tsx'
import { useCity } from './useCity.ts'

const FIRST = 6
const AT_ONCE: readonly (readonly [DocumentName, DocumentAsk])[] = [
  ['report', { kind: 'report', format: 'docx' }],
  ['circular', { kind: 'circular', format: 'docx' }],
  ['reminders', { kind: 'reminders', format: 'docx' }],
  ['proposals', { kind: 'proposals', format: 'docx' }],
  ['sheet', { kind: 'report', format: 'xlsx' }],
  ['sources', { kind: 'sources', format: 'xlsx' }],
]

/** 文件: the period's documents, each by a link that opens once in the browser; and what the lint says of the report. */
export function DocumentsPanel() {
  const { stores, actions } = usePane()
  const busy = useStore(stores.busy)
  const words = useCity().words.documents
  return (
    <section data-testid="documents">
      <h2>{words.title}</h2>
      <p class="small">{words.lead}</p>
      <div class="acts">
        {AT_ONCE.map(([name, ask]) => (
          <fluent-button
            key={name}
            size="small"
            disabled={busy !== null}
            data-testid={`document-${name}`}
            onClick={() => void actions.openDocument(ask)}
          >
            {words.names[name]}
          </fluent-button>
        ))}
      </div>
      <details class="formal">
        <summary data-testid="document-formal">{words.names.formal}</summary>
        <LetterheadForm kind="report" />
      </details>
      <details class="formal">
        <summary data-testid="document-formalCircular">{words.names.formalCircular}</summary>
        <LetterheadForm kind="circular" />
      </details>
      <Opened />
    </section>
  )
}

/** What was opened, where to open it if the browser did not, and what to look at before anybody signs. */
function Opened() {
  const { stores, texts } = usePane()
  const opened = useStore(stores.document)
  const words = useCity().words.documents
  if (opened === null) return null
  const { ask, link } = opened
  const row = (finding: string) => (
    <li key={finding} class="small" data-testid="lint-finding">
      {finding}
    </li>
  )
  return (
    <div role="status">
      <p class="sum" data-testid="document-opened" data-kind={ask.kind} data-seq={link.asOfSeq}>
        {words.opened(words.names[nameOf(ask)], link.asOfSeq)}
      </p>
      <p class="small">
        <a href={link.path} target="_blank" rel="noopener noreferrer" data-testid="document-link">
          {words.again}
        </a>
      </p>
      <Letters letters={link.letters} />
      {link.remarks.length > 0 && (
        <div class="lintFindings" data-testid="lint-findings" data-count={link.remarks.length}>
          <h3>{words.lintFindings(link.remarks.length)}</h3>
          <ul>{link.remarks.slice(0, FIRST).map(row)}</ul>
          {link.remarks.length > FIRST && (
            <details>
              <summary class="small">{texts.check.more}</summary>
              <ul>{link.remarks.slice(FIRST).map(row)}</ul>
            </details>
          )}
        </div>
      )}
    </div>
  )
}

const FORMAL_NAMES: Partial<Record<DocumentAsk['kind'], DocumentName>> = { sources: 'formalSources', circular: 'formalCircular' }

function nameOf({ kind, format, formal }: DocumentAsk): DocumentName {
  if (formal) return FORMAL_NAMES[kind] ?? 'formal'
  return kind === 'report' && format === 'xlsx' ? 'sheet' : kind
}
