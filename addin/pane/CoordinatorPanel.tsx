import type { Consolidation } from '../../shared/wire/consolidation.ts'
import { gapName } from '../flow/consolidationSheet.ts'
import { DocumentsPanel } from './DocumentsPanel.tsx'
import { usePane, useStore } from './usePane.ts'

/** 汇总: the city's figures into a sheet, and who has reported and who has not. */
export function CoordinatorPanel() {
  const { stores, actions, texts } = usePane()
  const busy = useStore(stores.busy)
  const consolidation = useStore(stores.consolidation)
  const said = useStore(stores.said)
  const role = useStore(stores.desk)?.account.role
  const words = texts.coordinator
  return (
    <section>
      <h2>{words.title}</h2>
      <p>{words.lead}</p>
      <div class="acts">
        <fluent-button
          appearance="primary"
          disabled={busy !== null}
          data-testid="pull"
          onClick={() => void actions.pull(texts.consolidation)}
        >
          {words.pull}
        </fluent-button>
        <fluent-button disabled={busy !== null} data-testid="look-up" onClick={() => void actions.lookUp()}>
          {words.look}
        </fluent-button>
      </div>
      {consolidation !== null && (
        <>
          <p class="sum" role="status" data-testid="as-of" data-seq={consolidation.asOfSeq}>
            {said === '' ? words.asOf(consolidation.asOfSeq) : words.written(said, consolidation.asOfSeq)}
          </p>
          <p class="small">{states(consolidation)}</p>
          <Reporters consolidation={consolidation} />
        </>
      )}
      {role === 'coordinator' && <DocumentsPanel />}
    </section>
  )

  function states({ indicators }: Consolidation): string {
    const many = (state: string): number => indicators.filter((indicator) => indicator.state === state).length
    return words.indicators(many('complete'), many('partial'), many('missing'))
  }
}

function Reporters({ consolidation }: { consolidation: Consolidation }) {
  const { texts } = usePane()
  const late = consolidation.reporters.filter(({ missing }) => missing.length > 0)
  const done = consolidation.reporters.filter(({ missing }) => missing.length === 0)
  const words = texts.coordinator
  return (
    <div>
      {late.length === 0 && <p class="clean">{words.allReported}</p>}
      <ReporterGroup title={words.incomplete} reporters={late} open />
      <ReporterGroup title={words.complete} reporters={done} open={false} />
    </div>
  )
}

function ReporterGroup(props: { title: string; reporters: Consolidation['reporters']; open: boolean }) {
  const { stores, texts } = usePane()
  const register = useStore(stores.desk)?.register
  const words = texts.coordinator
  if (props.reporters.length === 0 || register === undefined) return null
  return (
    <details class="kind" open={props.open}>
      <summary>
        <span class="title">{props.title}</span>
        <span class="number">{props.reporters.length}</span>
      </summary>
      <ul class="plan">
        {props.reporters.map(({ reporter, name, required, reported, missing, lastAt }) => (
          <li key={reporter} data-testid="reporter" data-reporter={reporter} data-missing={missing.length}>
            <div class="head">
              <span class="title">{name}</span>
              <span class="badge">{words.count(reported, required)}</span>
            </div>
            <p class="small">{lastAt === null ? words.never : words.last(texts.app.time(lastAt))}</p>
            {missing.length > 0 && (
              <details>
                <summary class="small">{texts.consolidation.missing}</summary>
                <p class="small">{missing.map((gap) => gapName(gap, register)).join(texts.separator)}</p>
              </details>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
