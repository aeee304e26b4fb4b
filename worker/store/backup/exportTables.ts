import { SNAPSHOT_COLUMNS } from '../sync/recordColumns.ts'

/** A table of the export: its columns, the first `key` of which are its key, in the order in which it can be filled again. */
export interface ExportTable {
  readonly name: string
  readonly key: number
  readonly columns: readonly string[]
  /** Of a table whose rows never change and only become more; the others are small. */
  readonly grows?: Growth
}

/** How much of a table is read at once, and which of its rows were there at a moment. */
export interface Growth {
  /** Rows of one page: some hundred kilobytes, and never more than the worker's memory. */
  readonly page: number
  /** SQL of the position that the table has reached, beside the one row of `city`. */
  readonly reached: string
  /** SQL condition of the rows that were there at that position, `?`. */
  readonly thereAt: string
}

/** Rows that say the city's change before they came; of before 0016 they say none. */
const BY_CHANGE = { reached: 'change', thereAt: '(change IS NULL OR change < ?)' } as const

/**
 * What makes up a city. Left out are secrets (tokens, invitations, links to documents, sign-ins under way), counters of failed codes, what can be computed
 * again (records from history, consolidations), the batch's guards, and what is on its way in.
 */
export const EXPORT_TABLES: readonly ExportTable[] = [
  // In the order of their references: a period needs its register, a comment its account.
  {
    name: 'registers',
    key: 2,
    columns: ['id', 'version', 'title', 'body', 'loaded_at'],
    // A register is up to 2 MB; its versions never go, so that the rowid only grows.
    grows: { page: 5, reached: '(SELECT coalesce(max(rowid), 0) FROM registers)', thereAt: 'rowid <= ?' },
  },
  { name: 'units', key: 1, columns: ['id', 'name'] },
  { name: 'accounts', key: 1, columns: ['id', 'name', 'role', 'reporter', 'active', 'created_at'] },
  { name: 'identities', key: 2, columns: ['issuer', 'value', 'account'] },
  {
    // Without what triggers count again as its receipts and states come in.
    name: 'periods',
    key: 1,
    columns: ['id', 'register_id', 'register_version', 'epoch', 'state', 'soft_deadline', 'hard_deadline'],
  },
  {
    name: 'submissions',
    key: 2,
    columns: [
      'period',
      'reporter',
      'said',
      'said_at',
      'counted_at',
      'sign_off',
      'signed_by',
      'signed_name',
      'signed_at',
      'signed_seq',
      'receipt',
      'reason',
      'open_until',
      'version',
    ],
  },
  { name: 'extensions', key: 2, columns: ['period', 'reporter', 'until'] },
  { name: 'light_overrides', key: 3, columns: ['period', 'indicator', 'version', 'light', 'reason', 'account', 'account_name', 'at'] },
  { name: 'history', key: 6, columns: SNAPSHOT_COLUMNS, grows: { page: 500, reached: 'seq', thereAt: 'seq <= ?' } },
  {
    name: 'receipts',
    key: 2,
    columns: [
      'reporter',
      'id',
      'period',
      'body_hash',
      'account',
      'account_name',
      'at',
      'epoch',
      'seq',
      'applied',
      'outcomes',
      'rejected',
      'note',
      'evidence',
      'unknown_bases',
      'change',
    ],
    // The outcomes of 5,000 rows are 200 KB.
    grows: { page: 50, ...BY_CHANGE },
  },
  { name: 'files_on_behalf', key: 2, columns: ['reporter', 'id', 'file_name', 'file_hash'] },
  { name: 'files_taken_over', key: 2, columns: ['reporter', 'id', 'account', 'account_name', 'at'] },
  {
    name: 'comments',
    key: 1,
    columns: [
      'id',
      'period',
      'reporter',
      'subject',
      'area',
      'part',
      'version',
      'account',
      'account_name',
      'own',
      'at',
      'kind',
      'body',
      'change',
    ],
    grows: { page: 500, ...BY_CHANGE },
  },
  {
    name: 'comment_receipts',
    key: 2,
    columns: ['account', 'key', 'content_hash', 'comment', 'change'],
    grows: { page: 500, ...BY_CHANGE },
  },
  {
    name: 'audit',
    key: 1,
    columns: ['id', 'at', 'account', 'account_name', 'act', 'object', 'reason', 'before', 'after', 'request_id'],
    grows: { page: 500, reached: '(SELECT coalesce(max(id), 0) FROM audit)', thereAt: 'id <= ?' },
  },
  { name: 'notices', key: 3, columns: ['period', 'reporter', 'kind', 'at'] },
  {
    name: 'layouts',
    key: 2,
    columns: [
      'reporter',
      'layout',
      'version',
      'register_id',
      'headings',
      'columns',
      'account',
      'account_name',
      'at',
      'proposed_at',
      'declined',
      'source',
    ],
  },
]

/**
 * The number grows with every change of the tables above or of what a column holds: an export is read by the server that
 * writes the same. 3: `receipts.outcomes` names the fields of a conflict. 4: `layouts`. 5: names of people with their acts.
 * 6: the city's change; the hash covers the first and the last line as well; what was sent on behalf.
 */
export const EXPORT_FORMAT = 'livelihood-progress/6'
