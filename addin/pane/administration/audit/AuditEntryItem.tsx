import type { AccountDetail, AuditEntry } from '../../../../shared/wire/administration.ts'
import { auditLines } from '../auditLines.ts'
import { ChangeLineItem } from '../ChangeLineItem.tsx'
import { useAdministration } from '../useAdministration.ts'

/** One act: what, when, who, to what and why; and, opened, what was so before and after. */
export function AuditEntryItem({ entry, who, accounts }: { entry: AuditEntry; who: string; accounts: readonly AccountDetail[] }) {
  const { texts, words } = useAdministration()
  const of = words.audit
  const lines = auditLines(entry, accounts, texts, words)
  const nameOf = (id: string): string => accounts.find((account) => account.id === id)?.name ?? id
  const object = entry.act.startsWith('account.') ? nameOf(entry.object) : withUnit(entry.object, accounts)
  return (
    <li data-testid="audit-entry" data-act={entry.act} data-object={entry.object}>
      <div class="head">
        <span class="title">{of.acts[entry.act] ?? entry.act}</span>
        <span class="small">{words.fullTime(entry.at)}</span>
      </div>
      <p class="small">{[who, object].filter(Boolean).join(' · ')}</p>
      {entry.reason !== null && <p>{of.reason(entry.reason)}</p>}
      {lines.length > 0 && (
        <details>
          <summary class="small">{of.beforeAfter}</summary>
          <ul>
            {lines.map((line) => (
              <ChangeLineItem key={line.key} line={line} name={line.name} />
            ))}
          </ul>
        </details>
      )}
    </li>
  )
}

/** "2021-05 · 市农业农村局" for "2021-05/nongye"; what names no unit stays. */
function withUnit(object: string, accounts: readonly AccountDetail[]): string {
  const [period = '', id] = object.split('/')
  const unit = id === undefined ? undefined : accounts.find(({ reporter }) => reporter === id)?.reporterName
  return unit == null ? object : `${period} · ${unit}`
}
