import { areaName } from '../../../../shared/register/registerIndex.ts'
import type { StoredLayout } from '../../../../shared/wire/layouts.ts'
import { subjectName } from '../../frame/names.ts'
import { usePane, useStore } from '../../frame/usePane.ts'
import { ActForm } from '../ActForm.tsx'
import { ActRow, type OfferedAct } from '../ActRow.tsx'
import { useAdministration } from '../useAdministration.ts'

/** A layout that a unit proposes, or that was agreed: what its columns are read as, and a coordinator's acts on it. */
export function LayoutItem({ layout, acted }: { layout: StoredLayout; acted: () => void }) {
  const { words, actions, role } = useAdministration()
  const of = words.layouts
  const isCity = layout.scope === 'city'
  const acts: readonly OfferedAct[] = [
    ...(isCity
      ? []
      : [
          {
            name: 'agree',
            word: of.agree,
            form: () => (
              <ActForm
                testid="agree"
                act={of.agreeAct}
                lead={of.agreeLead}
                reason={false}
                onAct={() => void actions.agreeLayout(layout).then(acted)}
              />
            ),
          },
        ]),
    {
      name: 'withdraw',
      word: isCity ? of.withdraw : of.decline,
      form: () => (
        <ActForm
          testid="withdraw"
          act={isCity ? of.withdraw : of.decline}
          lead={isCity ? of.withdrawLead : of.declineLead}
          reason={true}
          onAct={(reason) => void actions.withdrawLayout(layout, reason).then(acted)}
        />
      ),
    },
  ]
  const when = words.fullTime(isCity ? layout.at : (layout.proposedAt ?? layout.at))
  return (
    <li data-testid="layout" data-layout={layout.layout} data-scope={layout.scope}>
      <div class="head">
        <span class="title">{layout.reporterName}</span>
      </div>
      <p class="small">{isCity ? of.agreedBy(layout.by, when) : of.proposedBy(layout.by, when)}</p>
      <ul class="plan">
        {layout.columns.map((column) => (
          <li key={`${column.heading}/${column.occurrence}`} data-testid="layout-column">
            <Column column={column} times={layout.headings.filter((heading) => heading === column.heading).length} />
          </li>
        ))}
      </ul>
      <details class="small">
        <summary>{of.headings(layout.headings.length)}</summary>
        {layout.headings.join(' | ')}
      </details>
      {role === 'coordinator' && <ActRow acts={acts} testid="layout" />}
    </li>
  )
}

/** "农村公路（公里）／至某月上报数：累计完成 · 新建农村公路"; where several columns are headed so, which of them. */
function Column({ column, times }: { column: StoredLayout['columns'][number]; times: number }) {
  const { stores } = usePane()
  const { words, texts } = useAdministration()
  const register = useStore(stores.context)?.register
  const { heading, occurrence, field, subject, area, use } = column
  const of = words.layouts
  const means = [
    field === undefined ? '' : field === null ? texts.reading.leaveOut : texts.columnFields[field],
    typeof subject === 'string' ? (register ? subjectName(register, subject) : subject) : '',
    typeof area === 'string' ? (register ? areaName(register, area) : area) : '',
    use === undefined || use === 'stored' ? '' : of.uses[use],
  ]
  return (
    <>
      <span>{times > 1 ? of.nth(heading, occurrence) : heading}</span>
      {texts.colon}
      <strong>{means.filter(Boolean).join(' · ')}</strong>
    </>
  )
}
