import type { AuditEntry } from '../../../shared/wire/administration.ts'
import { ChangeLineItem } from './ChangeLineItem.tsx'
import { changeLines } from './changeLines.ts'
import { useAdministration } from './useAdministration.ts'

/** One act: what, when, who, to what and why; and, opened, what stood before and after. */
export function AuditEntryItem({ entry, who, names }: { entry: AuditEntry; who: string; names: ReadonlyMap<string, string> }) {
  const { texts, words } = useAdministration()
  const of = words.audit
  const lines = changeLines(entry.before, entry.after, (key, value) => {
    if (key === 'role') return texts.roles[value as keyof typeof texts.roles] ?? String(value)
    if (typeof value === 'boolean') return value ? texts.yes : texts.no
    if (typeof value === 'object') return JSON.stringify(value)
    if (/^\d{4}-\d\d-\d\dT/.test(String(value))) return words.fullTime(String(value))
    return of.values[String(value)] ?? String(value)
  }).filter(({ key }) => key !== 'id' && key !== 'reason')
  const object = entry.act.startsWith('account.') ? (names.get(entry.object) ?? entry.object) : entry.object
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
              <ChangeLineItem key={line.key} line={line} name={line.key === '' ? '' : (of.parts[line.key] ?? line.key)} />
            ))}
          </ul>
        </details>
      )}
    </li>
  )
}
