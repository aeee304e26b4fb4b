import type { AuditEntry } from '../../../../shared/wire/administration.ts'
import { auditLines } from '../auditLines.ts'
import { type AuditNames, objectName } from '../auditNames.ts'
import { ChangeLineItem } from '../ChangeLineItem.tsx'
import { useAdministration } from '../useAdministration.ts'

/** One act: what, when, who, to what and why; and, opened, what was so before and after. */
export function AuditEntryItem({ entry, who, names }: { entry: AuditEntry; who: string; names: AuditNames }) {
  const { words } = useAdministration()
  const of = words.audit
  const lines = auditLines(entry, names)
  const object = objectName(entry, names)
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
