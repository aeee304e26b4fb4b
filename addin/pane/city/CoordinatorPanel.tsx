import { indicatorById } from '../../../shared/register/registerIndex.ts'
import type { Consolidation } from '../../../shared/wire/consolidation.ts'
import { comparedWith, gapNames, standingOf } from '../../flow/city/consolidationNames.ts'
import type { RefreshedSheet } from '../../flow/refresh/refreshSheet.ts'
import { usePane, useStore } from '../frame/usePane.ts'
import { Counts } from './Counts.tsx'
import { Disagreements } from './Disagreements.tsx'
import { DocumentsPanel } from './DocumentsPanel.tsx'
import { IndicatorList } from './IndicatorList.tsx'
import { Ranking } from './Ranking.tsx'
import { useCity } from './useCity.ts'

/** Cells named in a sentence: more are counted. */
const NAMED_CELLS = 8

/** 汇总: the city's figures, into a sheet or looked at: counts, lights, where figures came from, ranks, disagreements, gaps. */
export function CoordinatorPanel() {
  const { stores, actions, actionContext, texts } = usePane()
  const { words: city, role, idle, put } = useCity()
  const consolidation = useStore(stores.consolidation)
  const register = useStore(stores.context)?.register
  const lastWrittenSheet = useStore(stores.lastWrittenSheet)
  const changed = useStore(put)
  const words = texts.coordinator
  const changedName = register && indicatorById(register, changed ?? '')?.name
  return (
    <section>
      <h2>{words.title}</h2>
      <p>{words.lead}</p>
      {!actionContext.ports.workbook.capabilities.keepsUndo && <p class="small">{words.undoLost}</p>}
      <div class="acts">
        <fluent-button appearance="primary" disabled={!idle} data-testid="pull" onClick={() => void actions.pull(city.sheet)}>
          {words.pull}
        </fluent-button>
        <fluent-button disabled={!idle} data-testid="look-up" onClick={() => void actions.lookUp()}>
          {words.look}
        </fluent-button>
      </div>
      {consolidation !== null && register !== undefined && (
        <>
          <p class="sum" role="status" data-testid="as-of" data-seq={consolidation.asOfSeq}>
            {lastWrittenSheet === null
              ? words.asOf(consolidation.asOfSeq)
              : (lastWrittenSheet.inPlace ? words.refreshed : words.written)(lastWrittenSheet.name, consolidation.asOfSeq)}
          </p>
          {lastWrittenSheet !== null && <Kept sheet={lastWrittenSheet} />}
          <div role="status">{changedName !== undefined && <p class="small">{city.override.done(changedName)}</p>}</div>
          <Counts completeness={consolidation.completeness} />
          <p class="small">{states(consolidation)}</p>
          <p class="small">{city.judged(consolidation.judgedOn, comparedWith(consolidation))}</p>
          <IndicatorList indicators={consolidation.indicators} register={register} />
          <Disagreements disagreements={consolidation.disagreements} register={register} />
          <Ranking ranking={consolidation.ranking} register={register} />
          <Reporters consolidation={consolidation} />
        </>
      )}
      {role === 'coordinator' && <DocumentsPanel />}
    </section>
  )

  function states({ indicators }: Consolidation): string {
    const complete = indicators.filter(({ state }) => state === 'complete')
    const open = indicators.filter(({ state }) => state !== 'complete')
    // what nobody must report is not 未报
    const missing = open.filter(({ reported, areas }) => reported === 'nothing' && areas.some(({ due }) => due))
    const partial = open.filter(({ reported }) => reported !== 'nothing')
    return words.indicators(complete.length, partial.length, missing.length)
  }
}

/** What of the sheet was left as people made it, and what is no longer in the figures. */
function Kept({ sheet: { kept, left, deleted } }: { sheet: RefreshedSheet }) {
  const { texts } = usePane()
  const words = texts.coordinator
  const named = `${kept.slice(0, NAMED_CELLS).join(texts.separator)}${kept.length > NAMED_CELLS ? '…' : ''}`
  const lines = [
    ...(kept.length > 0 ? [words.kept(named, kept.length)] : []),
    ...(left > 0 ? [words.left(left)] : []),
    ...(deleted.length > 0 ? [words.deleted(deleted.join(texts.separator))] : []),
  ]
  return (
    <div data-testid="kept">
      {lines.map((line) => (
        <p key={line} class="small">
          {line}
        </p>
      ))}
    </div>
  )
}

function Reporters({ consolidation }: { consolidation: Consolidation }) {
  const { texts } = usePane()
  const late = consolidation.reporters.filter(({ missing }) => missing.length > 0)
  const done = consolidation.reporters.filter(({ missing }) => missing.length === 0)
  const words = texts.coordinator
  return (
    <div>
      {late.length === 0 && <p class="clean">{words.allReported}</p>}
      <ReporterGroup title={words.incomplete} reporters={late} />
      <ReporterGroup title={words.complete} reporters={done} />
    </div>
  )
}

function ReporterGroup(props: { title: string; reporters: Consolidation['reporters'] }) {
  const { stores, texts } = usePane()
  const { words: city } = useCity()
  const register = useStore(stores.context)?.register
  const words = texts.coordinator
  if (props.reporters.length === 0 || register === undefined) return null
  return (
    <details class="kind">
      <summary>
        <span class="title">{props.title}</span>
        <span class="number">{props.reporters.length}</span>
      </summary>
      <ul class="plan">
        {props.reporters.map((one) => (
          <li
            key={one.reporter}
            data-testid="reporter"
            data-reporter={one.reporter}
            data-missing={one.missing.length}
            data-timeliness={one.timeliness}
          >
            <div class="head">
              <span class="title">{one.name}</span>
              <span class="badge">{words.count(one.reported, one.required)}</span>
            </div>
            <p class="small">
              {city.sheet.standing(standingOf(one))} · {one.lastAt === null ? words.never : words.last(texts.app.time(one.lastAt))}
            </p>
            {one.missing.length > 0 && (
              <details>
                <summary class="small">{city.sheet.unreported.what}</summary>
                <p class="small">{gapNames(one, register, city.sheet)}</p>
              </details>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
