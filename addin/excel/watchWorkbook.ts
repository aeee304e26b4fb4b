import { withTimeout } from '../patience/withTimeout.ts'
import { HostTimeout } from './host/hostFault.ts'
import { type Batch, runOnWorkbook } from './host/runOnWorkbook.ts'
import { paneName, readUnder } from './host/sheetIds.ts'

/** Edits come one by one while a person types or pastes; the listener hears once, this long after the last. */
const DEBOUNCE_MS = 700

/** Nobody waits for what is done here, and everybody's work waits behind it: it is given up sooner than what a person asked for. */
const PATIENCE = { sync: 10_000, cellEditing: 2_000 }
/** Until events are asked for again where Excel refused, and how often. */
const ASK_AGAIN_MS = 15_000
const TRIES = 5

type Listener = (sheet: string) => void
type Handler = Pick<OfficeExtension.EventHandlerResult<object>, 'remove'>
/** A handler is taken off in the context it was put on in. */
interface Subscription {
  readonly handler: Handler
  readonly context: Excel.RequestContext
}

/** Calls back with the name by which the pane knows the sheet after edits that are not our own; returns how to stop. */
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

/** Calls back with the name of each sheet that is deleted, if the pane has read it; returns how to stop. */
export function onDeleted(listener: Listener): () => void {
  return subscribe((worksheets) =>
    worksheets.onDeleted.add(async ({ worksheetId }) => {
      const name = readUnder(worksheetId)
      if (name !== undefined) listener(name)
    }),
  )
}

/** The listener does not hear of a sheet that is gone by now. */
async function reportName(worksheetId: string, listener: Listener): Promise<void> {
  const job = async ({ context, sync }: Batch) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(worksheetId)
    sheet.load('name')
    await sync()
    return sheet.isNullObject ? undefined : paneName(worksheetId, sheet.name)
  }
  const name = await runOnWorkbook('', job, PATIENCE)
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
  const ask = async (tries: number): Promise<void> => {
    const job = async ({ context, sync }: Batch) => {
      const handler = add(context.workbook.worksheets)
      await sync()
      subscription = { handler, context }
      if (stopped) stop()
    }
    const asked = await runOnWorkbook('', job, PATIENCE)
    if (!asked.ok && !stopped && tries > 1) setTimeout(() => void ask(tries - 1), ASK_AGAIN_MS)
  }
  void ask(TRIES)
  return stop
}

async function removeHandler({ handler, context }: Subscription): Promise<void> {
  const removed = Excel.run(context, async () => {
    handler.remove()
    await context.sync()
  })
  await withTimeout(removed, PATIENCE.sync, () => new HostTimeout())
}
