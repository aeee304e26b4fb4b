import { namesApart } from '../../../shared/base/namesApart.ts'
import { areaName, unitName } from '../../../shared/register/registerIndex.ts'
import type { Source } from '../../../shared/wire/consolidation.ts'
import { reportText } from '../../flow/city/figureCells.ts'
import { rowKey } from '../../state/city/createCity.ts'
import { showValue } from '../frame/names.ts'
import { senderName } from '../frame/senderName.ts'
import { usePane, useStore } from '../frame/usePane.ts'
import { useCity } from './useCity.ts'

/** A row that a figure came from: unit, area, part and figure; version, person and time; the cell; and its earlier versions. */
export function SourceItem({ source, subject }: { source: Source; subject: string }) {
  const { stores } = usePane()
  const { texts, words, versions, loadVersions } = useCity()
  const register = useStore(stores.context)?.register
  const row = { ...source, subject }
  const known = useStore(versions).get(rowKey(row))
  if (register === undefined) return null
  const of = words.source
  const nameOf = namesApart([source, ...(known ?? [])])
  const unit = unitName(register, source.reporter)
  const area = source.area === register.city ? '' : areaName(register, source.area)
  const show = (value: unknown, isPercent: boolean): string =>
    showValue({ register, texts }, { subject, field: isPercent ? 'statedPercent' : 'cumulative' }, value)
  return (
    <li data-testid="source" data-reporter={source.reporter} data-area={source.area} data-version={source.version}>
      <p>
        {[unit, area, source.part].filter(Boolean).join(' · ')}{' '}
        {source.value !== null && <strong>{show(source.value, source.isPercent)}</strong>}
      </p>
      {source.stage !== null && !source.counted && (
        <p class="unsure">{words.sheet.reported.notCounted(showValue({ register, texts }, { subject, field: 'stage' }, source.stage))}</p>
      )}
      <p class={source.state === 'returned' ? 'unsure' : 'small'} data-testid="source-state" data-state={source.state}>
        {reportText(source, words.sheet.reported)}
      </p>
      <p class="small">{of.version(source.version, senderName(texts, source, nameOf(source)), texts.app.time(source.at))}</p>
      <p class="small">{source.cell === null ? of.noCell : of.cell(source.cell)}</p>
      <details
        class="linked"
        data-testid="versions"
        onToggle={(event) => {
          if (event.currentTarget.open && known === undefined) void loadVersions(row)
        }}
      >
        <summary>{of.history}</summary>
        {known === undefined ? (
          <fluent-spinner size="tiny" />
        ) : (
          <ol class="versionList">
            {known.map(({ version, account, by, at, onBehalf, values, deleted, note }) => (
              <li key={version} class="small" data-testid="version">
                {of.entry(version, senderName(texts, { onBehalf }, nameOf({ account, by })), texts.app.time(at))}{' '}
                {deleted ? texts.unit.history.withdrawn : show(values.cumulative ?? values.statedPercent, values.cumulative === undefined)}
                {note !== null && ` ${texts.unit.history.note(note)}`}
              </li>
            ))}
          </ol>
        )}
      </details>
    </li>
  )
}
