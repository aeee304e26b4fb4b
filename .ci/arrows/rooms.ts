/**
 * The house: one row a room, and which other rooms its files may import, types included. Whatever is not named is
 * refused. `writeArrows.ts` makes the linter's rules of it, so a new room is one row here.
 *
 * `shared/*` is every room of the domain. A path that ends in `.ts` or `.tsx` is a single file.
 */
export const ROOMS: Readonly<Record<string, string>> = {
  // base ← grid ← quantity ← register ← record ← finding ← narrative ← sheet ← checks ← pipeline
  'shared/base': '',
  'shared/grid': 'shared/base',
  // what a file is, by its content ← the parts of an .xlsx, and its sheets as grids
  'shared/grid/format': '',
  'shared/grid/xlsx': 'shared/base shared/grid shared/grid/format',
  // new workbooks
  'shared/grid/workbook': 'shared/base shared/grid',
  // text with separators ← any file that holds sheets
  'shared/grid/csv': 'shared/base shared/grid shared/grid/format',
  'shared/grid/files': 'shared/base shared/grid shared/grid/format shared/grid/csv shared/grid/xlsx',
  'shared/quantity': 'shared/base shared/grid',
  'shared/quantity/dates': 'shared/base shared/grid shared/quantity',
  'shared/register': 'shared/base shared/grid shared/quantity shared/quantity/dates',
  'shared/register/sheet': 'shared/base shared/grid shared/quantity shared/quantity/dates shared/register',
  'shared/register/year2021': 'shared/register',
  'shared/record': 'shared/base shared/grid shared/quantity shared/quantity/dates shared/register',
  'shared/finding': 'shared/base shared/grid shared/quantity shared/quantity/dates shared/register shared/record',

  // lexicon ← words ← clauses ← tie ← weigh, percents ← narrative
  'shared/narrative/lexicon': 'shared/base',
  'shared/narrative/words':
    'shared/base shared/quantity shared/quantity/dates shared/register shared/record shared/finding shared/narrative/lexicon',
  'shared/narrative/clauses':
    'shared/base shared/quantity shared/quantity/dates shared/register shared/record shared/finding shared/narrative/lexicon shared/narrative/words',
  'shared/narrative/tie':
    'shared/base shared/quantity shared/quantity/dates shared/register shared/record shared/finding shared/narrative/lexicon shared/narrative/words shared/narrative/clauses',
  'shared/narrative/percents':
    'shared/base shared/quantity shared/quantity/dates shared/register shared/record shared/finding shared/narrative/lexicon shared/narrative/words shared/narrative/clauses shared/narrative/tie',
  'shared/narrative/weigh':
    'shared/base shared/quantity shared/register shared/finding shared/narrative/lexicon shared/narrative/words shared/narrative/clauses shared/narrative/tie',
  'shared/narrative':
    'shared/base shared/quantity shared/quantity/dates shared/register shared/record shared/finding shared/narrative/words shared/narrative/clauses shared/narrative/tie shared/narrative/weigh shared/narrative/percents',

  // texts: what a column of texts says of which task, for cells and sheet
  // view ← headings ← subjects ← tables ← columns ← reading ← rows ← memory; plans, tally ← parsing ← cells ← sheet
  'shared/sheet/view': 'shared/base shared/grid shared/quantity shared/quantity/dates',
  'shared/sheet/structure': 'shared/base shared/grid',
  'shared/sheet/texts': 'shared/base shared/register shared/narrative shared/sheet/view',
  'shared/sheet/headings': 'shared/base shared/grid shared/quantity shared/quantity/dates shared/register shared/record shared/sheet/view',
  'shared/sheet/subjects':
    'shared/base shared/grid shared/quantity shared/quantity/dates shared/register shared/record shared/finding shared/sheet/view shared/sheet/headings',
  'shared/sheet/tables':
    'shared/sheet/structure shared/base shared/grid shared/quantity shared/quantity/dates shared/register shared/record shared/finding shared/sheet/view shared/sheet/headings shared/sheet/subjects',
  'shared/sheet/columns':
    'shared/base shared/grid shared/quantity shared/quantity/dates shared/register shared/record shared/finding shared/sheet/view shared/sheet/headings shared/sheet/subjects shared/sheet/tables',
  'shared/sheet/reading':
    'shared/base shared/grid shared/quantity shared/quantity/dates shared/register shared/record shared/finding shared/sheet/view shared/sheet/headings shared/sheet/subjects shared/sheet/tables shared/sheet/columns',
  'shared/sheet/rows':
    'shared/sheet/reading shared/base shared/grid shared/quantity shared/quantity/dates shared/register shared/record shared/finding shared/sheet/view shared/sheet/headings shared/sheet/subjects shared/sheet/tables',
  'shared/sheet/memory':
    'shared/base shared/grid shared/quantity shared/register shared/record shared/sheet/view shared/sheet/headings shared/sheet/reading shared/sheet/rows',
  'shared/sheet/plans': 'shared/base shared/grid shared/quantity shared/quantity/dates shared/register shared/record shared/sheet/headings',
  'shared/sheet/tally': 'shared/base shared/grid shared/quantity shared/quantity/dates shared/register shared/record shared/finding',
  'shared/sheet/parsing':
    'shared/base shared/grid shared/quantity shared/quantity/dates shared/register shared/record shared/finding shared/sheet/view shared/sheet/headings shared/sheet/subjects shared/sheet/plans shared/sheet/tally',
  'shared/sheet/cells':
    'shared/base shared/grid shared/quantity shared/quantity/dates shared/register shared/record shared/finding shared/narrative/words shared/narrative shared/sheet/headings shared/sheet/subjects shared/sheet/plans shared/sheet/tally shared/sheet/parsing shared/sheet/texts',
  'shared/sheet/ledgers':
    'shared/base shared/grid shared/quantity shared/quantity/dates shared/register shared/record shared/sheet/view shared/sheet/subjects shared/sheet/rows',
  'shared/sheet':
    'shared/base shared/grid shared/quantity shared/quantity/dates shared/register shared/record shared/finding shared/sheet/view shared/sheet/headings shared/sheet/subjects shared/sheet/tables shared/sheet/columns shared/sheet/reading shared/sheet/rows shared/sheet/memory shared/sheet/tally shared/sheet/parsing shared/sheet/cells shared/sheet/texts',

  'shared/checks/lookups':
    'shared/base shared/grid shared/quantity shared/quantity/dates shared/register shared/record shared/finding shared/narrative shared/narrative/words',
  'shared/checks':
    'shared/base shared/grid shared/quantity shared/quantity/dates shared/register shared/record shared/finding shared/narrative/words shared/checks/lookups',
  'shared/pipeline':
    'shared/base shared/grid shared/quantity shared/quantity/dates shared/register shared/record shared/finding shared/sheet/view shared/sheet/headings shared/sheet/tally shared/sheet shared/checks shared/sheet/ledgers',

  // whose a file is that came to the office, and what it says
  'shared/inbox':
    'shared/base shared/grid shared/grid/files shared/quantity shared/quantity/dates shared/register shared/record shared/finding shared/sheet/view shared/sheet shared/checks/lookups shared/pipeline',

  // record, finding ← wire ← consolidation ← report
  'shared/wire': 'shared/base shared/grid shared/quantity shared/quantity/dates shared/register shared/record shared/finding',
  'shared/consolidation': 'shared/base shared/quantity shared/quantity/dates shared/register shared/record shared/finding shared/wire',
  'shared/report': 'shared/base shared/quantity shared/quantity/dates shared/register shared/record shared/wire shared/consolidation',
  'shared/report/lint': 'shared/base shared/quantity shared/quantity/dates shared/register shared/wire shared/consolidation shared/report',
  'shared/report/circular':
    'shared/base shared/quantity shared/quantity/dates shared/register shared/wire shared/consolidation shared/report',
  'shared/report/letters':
    'shared/base shared/quantity shared/quantity/dates shared/register shared/wire shared/consolidation shared/report/lint',
  'shared/report/prefill': 'shared/base shared/grid shared/quantity shared/quantity/dates shared/record shared/pipeline',

  // database ← people ← store; http, store ← domain ← routes ← the app
  'worker/secrets': '',
  'worker/store/database': 'shared/*',
  'worker/store/people': 'shared/* worker/secrets worker/store/database',
  'worker/store/links': 'shared/* worker/secrets worker/store/database worker/store/people',
  'worker/store': 'shared/* worker/secrets worker/store/database worker/store/people',
  'worker/store/sync': 'shared/* worker/store worker/store/database worker/store/people',
  'worker/store/consolidation': 'shared/* worker/store/database worker/store/people worker/store/sync',
  'worker/store/backup': 'shared/* worker/secrets worker/store worker/store/database worker/store/people worker/store/sync',
  'worker/oidc': 'shared/base worker/secrets',
  'worker/document': 'shared/*',
  'worker/http': 'shared/* worker/oidc worker/secrets {store}',
  'worker/domain': 'shared/* worker/document worker/http {store}',
  'worker/routes/pages': 'shared/* worker/domain worker/http',
  'worker/routes': 'shared/* worker/domain worker/http worker/oidc worker/routes/pages worker/secrets {store}',
  worker: 'shared/* worker/http worker/routes {store}',
  'worker/node': 'shared/* worker worker/http {store}',
  'worker/cli/manifest': 'shared/base',
  'worker/cli/demo': 'shared/*',
  'worker/cli/fit': 'shared/*',
  'worker/cli/compare': '',
  'worker/cli/report': 'shared/* worker/document worker/cli/demo',
  'worker/cli/site': 'shared/* worker/http worker/secrets worker/node worker/cli/demo {store}',

  // shared ← ports ← excel, api, outbox, readers; shared, ports ← flow ← state ← pane ← main
  'addin/ports': 'shared/*',
  // waiting no longer than one should
  'addin/patience': '',
  // what adapters of different workbooks have in common: what this device remembers, how sheets and marks of ours look
  'addin/device': 'shared/* addin/ports',
  'addin/sheetForm': 'shared/* addin/ports',
  // host ← reading, writing, marks ← excel
  'addin/excel/host': 'shared/* addin/ports addin/patience addin/sheetForm',
  'addin/excel/reading': 'shared/* addin/ports addin/excel/host',
  'addin/excel/writing': 'shared/* addin/ports addin/sheetForm addin/excel/host',
  'addin/excel/marks': 'shared/* addin/ports addin/sheetForm addin/excel/host',
  'addin/excel':
    'shared/* addin/ports addin/patience addin/device addin/excel/host addin/excel/marks addin/excel/reading addin/excel/writing',
  'addin/floor': '',
  'addin/officeJs': '',
  'addin/api': 'shared/* addin/ports addin/floor',
  'addin/outbox': 'shared/* addin/ports addin/patience',
  'addin/readers': 'shared/* addin/ports addin/patience',
  // files of the inbox, read beside the page
  'addin/inbox': 'shared/* addin/ports addin/patience addin/floor',
  'addin/flow': 'shared/* addin/ports',
  'addin/flow/session': 'shared/* addin/ports addin/flow',
  'addin/flow/submit': 'shared/* addin/ports addin/flow',
  'addin/flow/unit': 'shared/* addin/ports addin/flow addin/flow/submit',
  'addin/flow/refresh': 'shared/* addin/ports addin/flow',
  'addin/flow/city': 'shared/* addin/ports addin/flow addin/flow/refresh',
  'addin/flow/administration': 'shared/* addin/ports addin/flow',
  'addin/flow/inbox': 'shared/* addin/ports addin/flow addin/flow/submit',
  'addin/state': 'shared/* addin/ports {flow}',
  'addin/state/city': 'shared/* addin/ports {flow} addin/state',
  'addin/state/administration': 'shared/* addin/ports {flow} addin/state',
  'addin/state/inbox': 'shared/* addin/ports {flow} addin/state',
  // text ← frame ← screens ← pane
  'addin/pane/text': 'shared/* addin/ports addin/patience {flow} {state}',
  'addin/pane/focus': '',
  'addin/pane/frame': 'shared/* addin/ports addin/patience {flow} {state} addin/pane/text addin/pane/focus',
  'addin/pane/unit': '{screen}',
  'addin/pane/submit': '{screen} addin/pane/unit',
  'addin/pane/city': '{screen}',
  'addin/pane/inbox': '{screen}',
  'addin/pane/administration': '{screen}',
  'addin/pane/administration/accounts': '{screen} addin/pane/administration',
  'addin/pane/administration/periods': '{screen} addin/pane/administration',
  'addin/pane/administration/registers': '{screen} addin/pane/administration',
  'addin/pane/administration/layouts': '{screen} addin/pane/administration',
  'addin/pane/administration/audit': '{screen} addin/pane/administration',
  'addin/pane/administration/changes': '{screen} addin/pane/unit addin/pane/submit addin/pane/administration',
  'addin/pane':
    '{screen} addin/pane/submit addin/pane/unit addin/pane/city addin/pane/inbox addin/pane/administration addin/pane/administration/accounts addin/pane/administration/periods addin/pane/administration/registers addin/pane/administration/layouts addin/pane/administration/audit addin/pane/administration/changes',
  'addin/main.tsx':
    'shared/* addin/ports addin/floor addin/patience addin/excel addin/api addin/outbox addin/readers addin/inbox addin/pane addin/pane/text',

  // a workbook in the browser: book ← change; book ← file ← save ← document; book, change ← gridView. The preview stands on them
  'addin/book': 'shared/base shared/grid',
  'addin/book/change': 'shared/base shared/grid addin/book',
  'addin/book/file': 'shared/base shared/grid shared/grid/xlsx addin/book',
  'addin/book/save': 'shared/base shared/grid shared/grid/xlsx addin/book addin/book/file',
  // opens and saves any file, and says what of it is not as it was
  'addin/book/trial': 'shared/base shared/grid shared/grid/xlsx addin/book addin/book/file addin/book/save',
  'addin/book/document': 'shared/base shared/grid addin/book addin/book/file addin/book/save',
  'addin/gridView': 'shared/base shared/grid addin/book addin/book/change',

  // here since one command saves files as the page does
  'worker/cli/foreign': 'shared/base shared/grid shared/grid/xlsx addin/book/trial',
  'worker/cli':
    'shared/* worker worker/document worker/domain worker/http worker/node worker/oidc worker/routes worker/cli/compare worker/cli/demo worker/cli/fit worker/cli/foreign worker/cli/manifest worker/cli/report worker/cli/site worker/secrets {store}',

  // the page for files: workbook ← sheet ← page; the pane in its frame knows what the page gives it
  'addin/web': 'addin/ports',
  'addin/web/workbook': 'shared/base shared/grid addin/ports addin/sheetForm addin/book addin/book/change',
  'addin/web/memory': 'shared/base addin/ports addin/device',
  'addin/web/file': '',
  'addin/web/text': 'addin/pane/text',
  'addin/web/formats':
    'shared/base shared/grid shared/grid/csv shared/grid/files shared/grid/xlsx addin/book addin/book/file addin/book/save',
  'addin/web/sheet':
    'shared/base shared/grid shared/grid/csv shared/grid/files addin/patience addin/ports addin/book addin/gridView addin/web/formats addin/web/workbook',
  'addin/web/page':
    'shared/grid/csv shared/grid/files addin/patience addin/state addin/pane/frame addin/web/file addin/web/sheet addin/web/text',
  'addin/webMain.tsx':
    'addin/device addin/floor addin/state addin/web addin/web/memory addin/web/page addin/web/sheet addin/web/text addin/web/workbook',
  'addin/webPaneMain.tsx':
    'shared/* addin/ports addin/floor addin/patience addin/api addin/outbox addin/readers addin/inbox addin/pane addin/pane/text addin/web addin/web/memory',

  // plays Excel to the unmodified pane
  'addin/preview/richapi': 'shared/base shared/grid addin/book addin/book/change',
  'addin/preview/moods': 'shared/base shared/grid addin/book addin/book/change addin/preview/richapi',
  'addin/preview/host': 'shared/base addin/preview/richapi',
  'addin/preview/page':
    'shared/base shared/grid addin/book addin/book/document addin/gridView addin/preview/host addin/preview/moods addin/preview/richapi',
  'addin/preview': 'addin/book/document addin/preview/page',
}

/** Lists that several rows share. */
export const GROUPS: Readonly<Record<string, string>> = {
  store:
    'worker/store worker/store/database worker/store/people worker/store/links worker/store/sync worker/store/consolidation worker/store/backup',
  flow: 'addin/flow addin/flow/refresh addin/flow/session addin/flow/submit addin/flow/unit addin/flow/city addin/flow/administration addin/flow/inbox',
  state: 'addin/state addin/state/city addin/state/administration addin/state/inbox',
  screen: 'shared/* addin/ports {flow} {state} addin/pane/text addin/pane/focus addin/pane/frame',
}

const EXCEL_ONLY = 'Excel.* and Office.* are said in addin/excel only; ask addin/ports.'
const API_ONLY = 'The network has one door in the pane: addin/api.'
const PURE = 'shared/ is pure: no DOM, network, storage, timers or Node; take it as an argument.'
const globals = (message: string, names: string): Readonly<Record<string, string>> =>
  Object.fromEntries(names.split(' ').map((name) => [name, message]))

const office = globals(EXCEL_ONLY, 'Excel Office OfficeExtension')
const network = globals(API_ONLY, 'fetch XMLHttpRequest WebSocket EventSource')
const pure = globals(
  PURE,
  'fetch document window navigator localStorage sessionStorage indexedDB process Buffer setTimeout setInterval queueMicrotask console crypto performance caches',
)
const dom = globals('The model of a workbook knows no page: it serves any.', 'document window navigator localStorage HTMLElement Element')
const calls = { fetch: 'The worker calls nobody.' }

/**
 * What a wing of the house may use of the world outside, the longest path first: packages it may not import, and globals
 * it may not name. The first row that a room's path begins with holds.
 */
export interface Wing {
  readonly packages: readonly string[]
  readonly globals: Readonly<Record<string, string>>
}
export const WINGS: readonly (readonly [prefix: string, wing: Wing])[] = [
  [
    'shared/',
    { packages: ['node:*', 'cloudflare:*', 'hono', 'hono/**', 'preact', 'preact/**', 'exceljs', 'docx'], globals: { ...pure, ...office } },
  ],
  ['worker/cli', { packages: ['exceljs'], globals: office }],
  ['worker/node', { packages: ['wrangler', 'cloudflare:*'], globals: { ...office, ...calls } }],
  ['worker', { packages: ['node:*', '@hono/node-server', 'exceljs'], globals: { ...office, ...calls } }],
  ['addin/book', { packages: ['exceljs', 'jszip'], globals: dom }],
  ['addin/preview', { packages: [], globals: {} }],
  ['addin/excel', { packages: [], globals: network }],
  ['addin/api', { packages: [], globals: office }],
  ['addin', { packages: [], globals: { ...network, ...office } }],
]
