import { useRef, useState } from 'preact/hooks'
import type { SheetReading } from '../../../shared/pipeline/sheetReading.ts'
import { nextMonth } from '../../../shared/quantity/dates/isNextMonth.ts'
import type { Question } from '../../../shared/record/question.ts'
import type { Register } from '../../../shared/register/register.ts'
import type { Role } from '../../../shared/wire/session.ts'
import { ClearMarks } from '../frame/ClearMarks.tsx'
import { lazy } from '../frame/lazy.tsx'
import { TabList } from '../frame/TabList.tsx'
import { usePane, useStore } from '../frame/usePane.ts'
import type { Texts } from '../text/texts.ts'
import { OwnState } from '../unit/OwnState.tsx'
import { LayoutNote } from './LayoutNote.tsx'
import { Ledgers } from './Ledgers.tsx'
import { MarksChoice } from './MarksChoice.tsx'
import { OpensPane } from './OpensPane.tsx'

/** Who may send a unit's rows; the server's policy decides, this only spares the others a button that is refused. */
const SUBMITTERS: ReadonlySet<Role> = new Set(['clerk', 'coordinator'])

/** Wanted now and then: their code is fetched when they first are. */
const FindingList = lazy(async () => (await import('../frame/FindingList.tsx')).FindingList)
const QuestionCard = lazy(async () => (await import('./QuestionCard.tsx')).QuestionCard)
const NextSheetBox = lazy(async () => (await import('./NextSheetBox.tsx')).NextSheetBox)
const ReadingPanel = lazy(async () => (await import('./ReadingPanel.tsx')).ReadingPanel)

/** 检查: what was read, what is wrong, and 报送. */
export function CheckPanel() {
  const { stores, actions, actionContext, texts } = usePane()
  const checked = useStore(stores.checked)
  const context = useStore(stores.context)
  const busy = useStore(stores.busy)
  const waiting = useStore(stores.waiting)
  const [tab, setTab] = useState<'findings' | 'reading'>('findings')
  /** The question that the person answers by correcting the columns. */
  const [byHand, setByHand] = useState<Question | null>(null)
  const sum = useRef<HTMLParagraphElement>(null)
  const words = texts.check
  if (checked.tag !== 'checked') {
    return (
      <section key="start" class="start">
        <OwnState />
        <Waiting count={waiting} />
        <p>{words.lead}</p>
        <fluent-button
          class="wide"
          appearance="primary"
          size="large"
          disabled={busy !== null}
          data-testid="check"
          data-arrival
          onClick={() => void actions.check()}
        >
          {words.act}
        </fluent-button>
        {actionContext.ports.workbook.capabilities.opensPane && <OpensPane />}
        <p class="small">{texts.signIn.privacy}</p>
        <ClearMarks />
      </section>
    )
  }
  const { reading, corrections } = checked.check
  const maySubmit = context !== null && SUBMITTERS.has(context.account.role)
  return (
    <section key="checked">
      <OwnState />
      <Waiting count={waiting} />
      <div class="summary">
        <p class="sheet">{reading.sheetName}</p>
        <p class="sum" data-testid="summary" data-arrival ref={sum} tabIndex={-1}>
          {context !== null && summary(reading, context.register, texts)}
        </p>
        <p class="small" data-testid="counts">
          {reading.questions.length > 0 && texts.question.open(reading.questions.length)}
          {reading.findings.length === 0
            ? reading.questions.length === 0 && words.clean
            : words.counts(count(reading, 'error'), count(reading, 'warning'), count(reading, 'info'))}
        </p>
        <LayoutNote check={checked.check} />
        {checked.stale && (
          <p class="stale" data-testid="stale">
            {checked.gone ? words.gone : words.stale}
          </p>
        )}
        <div class="acts">
          {maySubmit && (
            <fluent-button
              appearance={checked.stale ? 'outline' : 'primary'}
              disabled={busy !== null}
              data-testid="submit"
              onClick={() => void actions.preview()}
            >
              {texts.submit.act}
            </fluent-button>
          )}
          <fluent-button
            appearance={checked.stale ? 'primary' : 'outline'}
            disabled={busy !== null}
            data-testid="check"
            onClick={() => void actions.check()}
          >
            {words.again}
          </fluent-button>
        </div>
        <MarksChoice />
        <NextSheet key={reading.sheetName} />
      </div>
      <Ledgers reading={reading} />
      {reading.questions.map((question) => (
        <QuestionCard
          key={question.table}
          question={question}
          answered={() => sum.current?.focus()}
          byHand={() => {
            setByHand(question)
            setTab('reading')
          }}
        />
      ))}
      <TabList
        label={words.tabs}
        chosen={tab}
        choose={setTab}
        tabs={[
          { name: 'findings', words: words.tabFindings },
          { name: 'reading', words: words.tabReading },
        ]}
      />
      <div role="tabpanel">
        {tab === 'findings' ? (
          (reading.findings.length > 0 || reading.questions.length === 0) && <FindingList findings={reading.findings} />
        ) : (
          <ReadingPanel key={byHand?.table} reading={reading} corrections={corrections} asked={byHand} />
        )}
      </div>
    </section>
  )
}

/** A way to next month's sheet, for whoever has a sheet to fill in, where the workbook can be given one. */
function NextSheet() {
  const { stores, actionContext, texts } = usePane()
  const context = useStore(stores.context)
  const busy = useStore(stores.busy)
  const [open, setOpen] = useState(false)
  const next = context === null ? undefined : nextMonth(context.period.id)
  if (next === undefined || context?.account.reporter === null || !actionContext.ports.workbook.capabilities.copiesSheets) return null
  if (open) return <NextSheetBox close={() => setOpen(false)} />
  return (
    <button type="button" class="plain" disabled={busy !== null} data-testid="next-sheet-open" onClick={() => setOpen(true)}>
      {texts.check.nextSheet(next)}
    </button>
  )
}

function Waiting({ count }: { count: number }) {
  const { stores, actions, texts } = usePane()
  const fault = useStore(stores.fault)
  const { place } = useStore(stores.device)
  if (count === 0 || fault?.tag === 'undelivered') return null
  return (
    <fluent-message-bar intent="warning" layout="multiline" data-testid="waiting">
      <p>{place === 'pane' ? texts.answer.waitingInPane(count) : texts.answer.waiting(count)}</p>
      <fluent-button slot="actions" size="small" onClick={() => void actions.resend()}>
        {texts.answer.resend}
      </fluent-button>
    </fluent-message-bar>
  )
}

const count = (reading: SheetReading, severity: string): number =>
  reading.findings.filter((finding) => finding.severity === severity).length

/** "6 行 × 2 项指标 = 12 条数据，合计行不计"; the product only where every row has the same number of indicators. */
export function summary(reading: SheetReading, register: Register, texts: Texts): string {
  const indicators = new Set(register.indicators.map(({ id }) => id))
  const figures = reading.records.filter(({ subject }) => indicators.has(subject))
  const perRow = new Map<number, Set<string>>()
  for (const { origin, subject } of figures) perRow.set(origin.row, (perRow.get(origin.row) ?? new Set()).add(subject))
  const sizes = new Set([...perRow.values()].map((subjects) => subjects.size))
  const [size] = sizes
  const even = sizes.size === 1 && size !== undefined && size * perRow.size === figures.length
  const first = even ? texts.check.summary(perRow.size, size, figures.length) : texts.check.summaryUneven(perRow.size, figures.length)
  const blank = figures.filter(({ disposition }) => disposition === 'missing').length
  const others = reading.records.length - figures.length
  const totals = reading.tables.some(({ skipRows }) => skipRows.some(({ reason }) => reason === 'total' || reason === 'subtotal'))
  const parts = [
    first,
    totals ? texts.check.totalsLeftOut : '',
    blank > 0 ? texts.check.blank(blank) : '',
    others > 0 ? texts.check.texts(others) : '',
  ]
  return parts.filter(Boolean).join(texts.comma)
}
