import type { ComponentChildren } from 'preact'
import { effectOf } from '../../../shared/finding/effects.ts'
import type { Finding, Severity } from '../../../shared/finding/finding.ts'
import { heldOf, USUAL } from '../../../shared/finding/heldOf.ts'
import { parseArea } from '../../../shared/grid/a1.ts'
import { fillTemplate } from '../text/fillTemplate.ts'
import { findingWords } from './findingWords.ts'
import { useFirst } from './useFirst.tsx'
import { usePane, useStore } from './usePane.ts'
import { WaysOut } from './WaysOut.tsx'
import { wordParams } from './wordParams.ts'

const ORDER: readonly Severity[] = ['error', 'warning', 'info']
const FIRST = 40

/** What is wrong, gravest first; a click shows the cell. */
export function FindingList({ findings }: { findings: readonly Finding[] }) {
  const { texts } = usePane()
  if (findings.length === 0) return <p class="clean">{texts.check.clean}</p>
  return (
    <div>
      {ORDER.map((severity) => (
        <Group key={severity} severity={severity} findings={findings.filter((finding) => finding.severity === severity)} />
      ))}
    </div>
  )
}

/** By rows, then columns, as a person goes through the sheet. */
function byPlace(a: Finding, b: Finding): number {
  const [one, other] = [parseArea(a.cell), parseArea(b.cell)]
  return (one?.top ?? 0) - (other?.top ?? 0) || (one?.left ?? 0) - (other?.left ?? 0)
}

function Group({ severity, findings }: { severity: Severity; findings: readonly Finding[] }) {
  const { texts } = usePane()
  const { shown, more } = useFirst([...findings].sort(byPlace), FIRST)
  if (findings.length === 0) return null
  const { title, lead } = texts.severities[severity]
  return (
    <section class={`group ${severity}`} aria-label={title}>
      <h2>
        <span class="sign" aria-hidden="true" />
        {title}
        <span class="number">{findings.length}</span>
      </h2>
      <p class="small">{lead(heldOf(severity, findings))}</p>
      <ul>
        {shown.map((finding, index) => (
          <FindingRow key={`${finding.code}:${finding.cell}:${index}`} finding={finding} ways={<WaysOut finding={finding} />} />
        ))}
      </ul>
      {more}
    </section>
  )
}

/** What a finding is shown from, whether the pane's own check or the server made it. */
type ShownFinding = Pick<Finding, 'code' | 'severity' | 'sheet' | 'cell' | 'params'> & { readonly cells?: readonly string[] | undefined }

/**
 * One finding: its cell, what is wrong, why, and what to do; a click shows the cell. Below it the way to each cell where it
 * is about several, and the ways out, where there are.
 */
export function FindingRow({ finding, ways }: { finding: ShownFinding; ways?: ComponentChildren }) {
  const { stores, actions, texts } = usePane()
  const register = useStore(stores.context)?.register
  const { title, reason, fix } = findingWords(texts)[finding.code]
  const effect = effectOf(finding)
  const cells = finding.cells ?? [finding.cell]
  const several = cells.length > 1
  const params = register === undefined ? finding.params : wordParams(register, texts, finding.params)
  const fill = (template: string): string => fillTemplate(template, params, texts.separator)
  return (
    <li>
      <button
        type="button"
        class="finding"
        data-testid="finding"
        data-code={finding.code}
        data-cell={finding.cell}
        data-severity={finding.severity}
        title={texts.check.goTo(finding.cell)}
        onClick={() => void actions.select(finding.sheet, finding.cell)}
      >
        <span class="head">
          <span class="cell">{finding.cell}</span>
          <span class="title">{title}</span>
          {several && <span class="number">{texts.check.places(cells.length)}</span>}
        </span>
        <span class="reason">{fill(reason)}</span>
        <span class="fix">{fill(fix)}</span>
        {effect !== USUAL[finding.severity] && <span class="effect">{texts.effects[effect]}</span>}
      </button>
      {several && <Places sheet={finding.sheet} cells={cells} />}
      {ways}
    </li>
  )
}

/** How many cells of one finding are listed before the person asks for all. */
const FIRST_CELLS = 12

/** The cells of a finding that is about several. */
function Places({ sheet, cells }: { sheet: string; cells: readonly string[] }) {
  const { actions, texts } = usePane()
  const { shown, more } = useFirst(cells, FIRST_CELLS, { look: 'small' })
  return (
    <div class="places" data-testid="places">
      {shown.map((cell) => (
        <button key={cell} type="button" class="cell" title={texts.check.goTo(cell)} onClick={() => void actions.select(sheet, cell)}>
          {cell}
        </button>
      ))}
      {more}
    </div>
  )
}
