import { runOnWorkbook } from './host/runOnWorkbook.ts'

/** Edits come one by one while a person types or pastes; the listener hears once, this long after the last. */
const DEBOUNCE_MS = 700

type Listener = (sheet: string) => void
type Handler = Pick<OfficeExtension.EventHandlerResult<object>, 'remove'>
/** A handler is taken off in the context it was put on in. */
interface Subscription {
  readonly handler: Handler
  readonly context: Excel.RequestContext
}

/** Calls back with the sheet's name after edits that are not our own; returns how to stop. */
export function onEdited(listener: Listener): () => void {
  const timers = new Map<string, ReturnType<typeof setTimeout>>()
  const stop = subscribe((worksheets) =>
    worksheets.onChanged.add(async ({ worksheetId, triggerSource }) => {
      if (triggerSource === 'ThisLocalAddin') return
      clearTimeout(timers.get(worksheetId))
      timers.set(
        worksheetId,
        setTimeout(() => reportName(worksheetId, listener), DEBOUNCE_MS),
      )
    }),
  )
  return () => {
    for (const timer of timers.values()) clearTimeout(timer)
    stop()
  }
}

/** Calls back with the name of each sheet that is shown; returns how to stop. */
export function onActivated(listener: Listener): () => void {
  return subscribe((worksheets) => worksheets.onActivated.add(async ({ worksheetId }) => void reportName(worksheetId, listener)))
}

/** The listener does not hear of a sheet that is gone by now. */
async function reportName(worksheetId: string, listener: Listener): Promise<void> {
  const name = await runOnWorkbook('', async ({ context, sync }) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(worksheetId)
    sheet.load('name')
    await sync()
    return sheet.isNullObject ? undefined : sheet.name
  })
  if (name.ok && name.value !== undefined) listener(name.value)
}

function subscribe(add: (worksheets: Excel.WorksheetCollection) => Handler): () => void {
  let stopped = false
  let subscription: Subscription | undefined
  const stop = () => {
    stopped = true
    const open = subscription
    subscription = undefined
    if (open) void runOnWorkbook('', () => removeHandler(open))
  }
  void runOnWorkbook('', async ({ context, sync }) => {
    const handler = add(context.workbook.worksheets)
    await sync()
    subscription = { handler, context }
    if (stopped) stop()
  })
  return stop
}

async function removeHandler({ handler, context }: Subscription): Promise<void> {
  await Excel.run(context, async () => {
    handler.remove()
    await context.sync()
  })
}
