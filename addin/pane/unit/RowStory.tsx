import { useEffect } from 'preact/hooks'
import type { FindingCode } from '../../../shared/finding/finding.ts'
import { mainCell } from '../../flow/mainCell.ts'
import type { StoryChange, StoryEntry } from '../../flow/unit/tellStory.ts'
import { originOf, type UnitRow } from '../../flow/unit/unitRows.ts'
import { showValue } from '../frame/names.ts'
import { usePane, useStore } from '../frame/usePane.ts'
import { RemarkItem } from './RemarkItem.tsx'

/** The story of a row, the latest first: who, when, what changed and why, from which cell, and what was said of it. */
export function RowStory({ row }: { row: UnitRow }) {
  const story = useStory(row)
  if (story === undefined) return row.record === null ? null : <fluent-spinner size="tiny" />
  return (
    <ol class="story" data-testid="story">
      {story.map((entry) =>
        entry.kind === 'remark' ? (
          <li key={entry.comment.id}>
            <RemarkItem comment={entry.comment} />
          </li>
        ) : (
          <Version key={entry.version.version} entry={entry} subject={row.about.subject} />
        ),
      )}
    </ol>
  )
}

/** The story of a row, asked for where it is not known yet. */
export function useStory(row: UnitRow, wanted = true): readonly StoryEntry[] | undefined {
  const { stores, actions } = usePane()
  const story = useStore(stores.stories).get(row.key)
  const unit = useStore(stores.unit)?.unit
  useEffect(() => {
    if (wanted && story === undefined && row.record !== null) void actions.tellStory(row.about)
  }, [wanted, story === undefined, unit])
  return story
}

function Version({ entry, subject }: { entry: Extract<StoryEntry, { kind: 'version' }>; subject: string }) {
  const { texts } = usePane()
  const { version, act, changes } = entry
  const words = texts.unit.story
  const place = originOf(version)
  const cell = place === null ? undefined : mainCell(place.cells)
  return (
    <li data-testid="story-version" data-version={version.version}>
      <p class="small">
        <span class="kindName">
          {words.version(version.version)} · {words.acts[act]}
        </span>{' '}
        {version.by} · {texts.app.time(version.at)}
      </p>
      {act === 'withdrawn' && <p>{words.withdrawn}</p>}
      {act !== 'withdrawn' && changes.length === 0 && <p class="small">{words.unchanged}</p>}
      {changes.map((change) => (
        <Change key={change.field} change={change} subject={subject} />
      ))}
      {version.note !== null && <p>{words.note(version.note)}</p>}
      {version.evidence !== null && <p>{words.evidence(version.evidence)}</p>}
      {Object.entries(version.reasons).map(([code, text]) => (
        <p key={code} class="small">
          {words.reason(texts.findings[code as FindingCode]?.title ?? code, text)}
        </p>
      ))}
      {place !== null && cell !== undefined && <p class="small">{words.place(place.sheet, cell)}</p>}
    </li>
  )
}

/** One field, from what to what. */
export function Change({ change, subject }: { change: StoryChange; subject: string }) {
  const { stores, texts } = usePane()
  const register = useStore(stores.context)?.register
  if (register === undefined) return null
  const { field, before, after } = change
  const show = (value: unknown): string =>
    typeof value === 'string' && field !== 'stage' ? value : showValue(register, texts, subject, field, value)
  return (
    <p>
      {before === undefined
        ? texts.submit.fresh(texts.fields[field], show(after))
        : texts.submit.change(texts.fields[field], show(before), show(after))}
    </p>
  )
}
