import { useEffect, useRef } from 'preact/hooks'
import { usePane, useStore } from '../frame/usePane.ts'
import { useWhenIdle } from '../frame/useWhenIdle.ts'
import { ActBar } from './ActBar.tsx'
import { CommentedRows } from './CommentedRows.tsx'
import { ExtensionForm } from './ExtensionForm.tsx'
import { FilesOnBehalf } from './FilesOnBehalf.tsx'
import { RowList } from './RowList.tsx'
import { StateCard } from './StateCard.tsx'

/** 本期报送, the person's own: read again whenever it is shown. */
export function OwnUnitPanel() {
  const { stores, actions } = usePane()
  const own = useStore(stores.context)?.account.reporter
  const reporter = useStore(stores.unit)?.unit.reporter
  const period = useStore(stores.context)?.period.id
  useWhenIdle(period ?? '', () => void actions.readOwnUnit())
  return reporter === own ? <UnitPanel /> : null
}

/** The states of a unit's period, what the person may do, what was returned and said, and every row with its history. */
export function UnitPanel() {
  const { stores, actions, texts } = usePane()
  const open = useStore(stores.unit)
  const context = useStore(stores.context)
  const busy = useStore(stores.busy)
  const heading = useRef<HTMLHeadingElement>(null)
  const reporter = open?.unit.reporter
  useEffect(() => heading.current?.focus(), [reporter])
  if (context === null) return null
  const words = texts.unit
  const own = context.account.reporter === reporter
  return (
    <section data-testid="unit-period" data-reporter={reporter}>
      {!own && (
        <button type="button" class="plain" data-testid="back-to-units" onClick={actions.closeUnit}>
          {`← ${words.units.back}`}
        </button>
      )}
      <div class="titleLine">
        <h2 ref={heading} tabIndex={-1}>
          {own ? words.title : (open?.unit.submission.reporterName ?? '')}
        </h2>
        <fluent-button
          appearance="subtle"
          size="small"
          disabled={busy !== null}
          data-testid="refresh"
          onClick={() => void actions.readUnit()}
        >
          {words.refresh}
        </fluent-button>
      </div>
      {open !== null && (
        <>
          <StateCard submission={open.unit.submission} />
          <FilesOnBehalf submission={open.unit.submission} />
          {open.known ? (
            <ActBar submission={open.unit.submission} />
          ) : (
            <p class="stale" role="alert" data-testid="unit-unknown">
              {words.unknown}
            </p>
          )}
          {context.account.role === 'coordinator' && (
            <ExtensionForm key={open.unit.submission.openUntil} submission={open.unit.submission} />
          )}
          <CommentedRows unit={open.unit} />
          <RowList key={open.unit.reporter} unit={open.unit} register={context.register} />
        </>
      )}
    </section>
  )
}
