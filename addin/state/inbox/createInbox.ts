import { confirmationOf } from '../../../shared/finding/confirmation.ts'
import type { Correction } from '../../../shared/record/reading.ts'
import { gatherKnown } from '../../flow/inbox/gatherKnown.ts'
import { sendSheet } from '../../flow/inbox/sendSheet.ts'
import type { PeriodContext } from '../../flow/periodContext.ts'
import type { DroppedFile, Inbox, InboxReader } from '../../ports/inbox.ts'
import type { LongWork } from '../../ports/longWork.ts'
import type { ActionContext } from '../actionContext.ts'
import { createStore } from '../createStore.ts'
import { goes, type InboxLine, inboxLines } from './inboxLines.ts'
import {
  type InboxActions,
  type InboxItem,
  type InboxStores,
  MOST_FILES,
  NEW_SHEET,
  type NotTaken,
  type SheetName,
  type SheetState,
} from './inboxState.ts'
import { keepItem, keptItem } from './keepItem.ts'

/** The inbox of one coordinator and period in this pane, empty until it is opened. */
export function createInbox({ ports, runInPeriod, showFault }: ActionContext, inbox: Inbox, of: string): InboxStores & InboxActions {
  const stores: InboxStores = {
    items: createStore<readonly InboxItem[]>([]),
    city: createStore<InboxStores['city'] extends { get(): infer City } ? City : never>(null),
    notTaken: createStore<NotTaken | null>(null),
    lasts: createStore(true),
  }
  let reader: InboxReader | null = null
  let known: unknown = null

  /** False where it could not be fetched; the fault is shown then. */
  async function fetchCity(context: PeriodContext, signal?: AbortSignal): Promise<boolean> {
    const city = await gatherKnown(ports, context, signal)
    if (city.ok) stores.city.set(city.value)
    else showFault(city.fault)
    return city.ok
  }

  function readerOfNow(): InboxReader | null {
    const city = stores.city.get()
    if (city === null) return null
    // What files are read by is what was known when the first of them was read: rows that are sent meanwhile change nothing of it.
    if (reader === null || known === null) {
      known = city.known
      reader = inbox.reader(city.known)
    }
    return reader
  }

  const itemOf = (sha256: string): InboxItem | undefined => stores.items.get().find(({ file }) => file.sha256 === sha256)
  const replace = (item: InboxItem): void =>
    stores.items.update((items) => items.map((one) => (one.file.sha256 === item.file.sha256 ? item : one)))

  async function keep(sha256: string): Promise<void> {
    const item = itemOf(sha256)
    if (item !== undefined && !(await inbox.kept.put(keepItem(of, item)))) stores.lasts.set(false)
  }

  async function change({ sha256, sheet }: SheetName, to: (before: SheetState) => SheetState): Promise<void> {
    const item = itemOf(sha256)
    if (item === undefined) return
    const before = item.sheets.get(sheet) ?? NEW_SHEET
    replace({ ...item, sheets: new Map(item.sheets).set(sheet, to(before)) })
    await keep(sha256)
  }

  async function readItem(sha256: string): Promise<void> {
    const item = itemOf(sha256)
    const read = item && (await readerOfNow()?.read(item.file, choicesOf(item)))
    const now = itemOf(sha256)
    if (read !== undefined && now !== undefined) replace({ ...now, read })
  }

  /** Reads what is not read yet, what is dropped meanwhile too. */
  async function readAll({ signal, onProgress }: LongWork): Promise<void> {
    for (;;) {
      const items = stores.items.get()
      const next = items.find(({ read }) => read === null)
      if (next === undefined || signal.aborted) return
      onProgress(items.filter(({ read }) => read !== null).length, items.length)
      await readItem(next.file.sha256)
      // Taken out meanwhile, or nobody to read it: the next round would meet it again.
      if (itemOf(next.file.sha256)?.read === null) return
    }
  }

  /** What is said of a sheet's reading: the file is read again under it, and what was tried before is forgotten. */
  const say = (name: SheetName, to: (before: SheetState) => SheetState): Promise<void> =>
    runInPeriod('check', async () => {
      await change(name, (before) => ({ ...to(before), tried: null, fault: null }))
      await readItem(name.sha256)
    })
  const correct = (name: SheetName, more: readonly Correction[]): Promise<void> =>
    say(name, (before) => ({ ...before, choice: { ...before.choice, corrections: [...before.choice.corrections, ...more] } }))

  async function take(files: readonly { readonly name: string; readonly bytes: Uint8Array }[]): Promise<void> {
    const repeated: string[] = []
    let tooMany = 0
    for (const { name, bytes } of files) {
      const file: DroppedFile = { name, bytes, sha256: await inbox.sha256(bytes) }
      if (itemOf(file.sha256) !== undefined) repeated.push(name)
      else if (stores.items.get().length >= MOST_FILES) tooMany += 1
      else {
        stores.items.update((items) => [...items, { file, at: ports.surroundings.now(), read: null, sheets: new Map() }])
        await keep(file.sha256)
      }
    }
    stores.notTaken.set(repeated.length + tooMany === 0 ? null : { repeated, tooMany })
  }

  const linesOf = (context: PeriodContext): readonly InboxLine[] => {
    const city = stores.city.get()
    return city === null ? [] : inboxLines(stores.items.get(), city, context)
  }

  async function sendLines(context: PeriodContext, lines: readonly InboxLine[], work: LongWork, dryRun: boolean): Promise<void> {
    for (const [index, { sha256, sheet, plan }] of lines.entries()) {
      if (work.signal.aborted || plan === null || sheet.unit === null) return
      work.onProgress(index, lines.length)
      const unit = sheet.unit
      const about = { period: context.period.id, reporter: unit, sheetName: sheet.sheetName, file: { sha256 } }
      const answer = await sendSheet(ports, inbox, about, plan, { dryRun, signal: work.signal })
      const name = { sha256, sheet: sheet.sheetName }
      if (!answer.ok) {
        const { fault } = answer
        await change(name, (before) => ({ ...before, fault }))
        // Cut off or signed out: the next one would fare no better.
        if (fault.tag !== 'undelivered' || fault.willRetry) return showFault(fault)
        continue
      }
      const outcome = answer.value
      const at = ports.surroundings.now()
      await change(name, (before) => ({
        ...before,
        fault: null,
        ...(dryRun ? { tried: outcome } : { tried: null, sent: { at, unit, outcome } }),
      }))
    }
  }

  const open = (): Promise<void> =>
    runInPeriod('check', async (context, work) => {
      const left = (await inbox.kept.list(of)).map(keptItem)
      stores.items.update((here) => [...left.filter(({ file }) => !here.some((one) => one.file.sha256 === file.sha256)), ...here])
      if (await fetchCity(context, work.signal)) await readAll(work)
    })

  return {
    ...stores,
    open,
    // What is dropped while something else runs is taken in all the same, and read with the rest.
    add: async (files) => {
      await take(files)
      await open()
    },
    read: open,
    chooseUnit: (name, unit) => say(name, (before) => ({ ...before, choice: { ...before.choice, unit }, ticked: null, overUnit: false })),
    confirm: (name, finding) => correct(name, [confirmationOf(finding)]),
    answer: correct,
    tick: (name, ticked) => change(name, (before) => ({ ...before, ticked })),
    preferFile: (name) => change(name, (before) => ({ ...before, overUnit: true, tried: null, sent: null, ticked: true })),
    tryAll: () =>
      runInPeriod('preview', async (context, work) => {
        if (!(await fetchCity(context, work.signal))) return
        await sendLines(
          context,
          linesOf(context).filter(({ standing }) => standing === 'ready'),
          work,
          true,
        )
      }),
    send: () =>
      runInPeriod('inboxSend', async (context, work) => {
        if (!(await fetchCity(context, work.signal))) return
        await sendLines(context, linesOf(context).filter(goes), work, false)
        await fetchCity(context)
      }),
    async remove(sha256) {
      stores.items.update((items) => items.filter(({ file }) => file.sha256 !== sha256))
      await inbox.kept.remove({ of, sha256 })
    },
  }
}

const choicesOf = ({ sheets }: InboxItem) => new Map([...sheets].map(([name, { choice }]) => [name, choice]))
