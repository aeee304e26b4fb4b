import { keysOf } from '../../shared/base/keysOf.ts'
import { ok } from '../../shared/base/result.ts'
import { COLUMN_FIELDS } from '../../shared/record/columnFields.ts'
import { COLUMN_USES } from '../../shared/record/columnUse.ts'
import type { StoredLayout } from '../../shared/wire/layouts.ts'
import type { LayoutsApi } from '../ports/layoutsApi.ts'
import type { Ask, Send } from './asking.ts'
import { listOf, object, oneOf, orAbsent, orNull, type Shape, text, whole } from './shape.ts'

type StoredColumn = StoredLayout['columns'][number]

/** A remembered layout. */
export const storedLayoutShape: Shape<StoredLayout> = object<StoredLayout>({
  layout: text,
  scope: oneOf('unit', 'city'),
  reporter: text,
  reporterName: text,
  version: whole,
  register: text,
  headings: listOf(text),
  columns: listOf(
    object<StoredColumn>({
      heading: text,
      occurrence: whole,
      field: orAbsent(orNull(oneOf(...keysOf(COLUMN_FIELDS)))),
      subject: orAbsent(orNull(text)),
      area: orAbsent(orNull(text)),
      use: orAbsent(oneOf(...COLUMN_USES)),
    }),
  ),
  by: text,
  at: text,
  proposedAt: orNull(text),
  declined: orNull(text),
})
/** GET …/layouts. */
export const layoutsShape: Shape<{ layouts: StoredLayout[] }> = object<{ layouts: StoredLayout[] }>({ layouts: listOf(storedLayoutShape) })

/** A check does not wait longer for what is remembered. */
const SOON = 3_000

/** The server's side of remembered layouts. */
export const layouts = (ask: Ask, send: Send): LayoutsApi => ({
  async unitLayouts(reporter) {
    const answer = await ask({ method: 'GET', path: unitPath(reporter), timeoutMs: SOON }, layoutsShape)
    return answer.ok ? ok(answer.value.layouts) : answer
  },
  rememberLayout: (reporter, layout, said) =>
    ask({ method: 'PUT', path: unitPath(reporter, layout), body: JSON.stringify(said) }, storedLayoutShape),
  forgetLayout: (reporter, layout) => send({ method: 'DELETE', path: unitPath(reporter, layout) }),
  proposeLayout: (reporter, layout, version) =>
    ask({ method: 'POST', path: `${unitPath(reporter, layout)}/propose`, body: JSON.stringify({ version }) }, storedLayoutShape),
  async cityLayouts() {
    const answer = await ask({ method: 'GET', path: '/v1/layouts' }, layoutsShape)
    return answer.ok ? ok(answer.value.layouts) : answer
  },
  agreeLayout: (layout, reporter, version) =>
    ask({ method: 'POST', path: `${cityPath(layout)}/agree`, body: JSON.stringify({ reporter, version }) }, storedLayoutShape),
  withdrawLayout: (layout, reporter, reason) =>
    send({ method: 'POST', path: `${cityPath(layout)}/withdraw`, body: JSON.stringify({ reporter, reason }) }),
})

const unitPath = (reporter: string, layout?: string): string =>
  `/v1/reporters/${encodeURIComponent(reporter)}/layouts${layout === undefined ? '' : `/${encodeURIComponent(layout)}`}`
const cityPath = (layout: string): string => `/v1/layouts/${encodeURIComponent(layout)}`
