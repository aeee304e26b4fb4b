import type { Area } from '../../../shared/grid/a1.ts'
import { areaText } from '../../book/area.ts'
import type { Book, BookEvent } from '../../book/book.ts'
import type { Scalar } from '../../book/cellValue.ts'
import type { Json } from '../../book/json.ts'
import type { Sheet } from '../../book/sheet.ts'
import { answerQuery, identityOf, memberName, typeOf } from './answerQuery.ts'
import { apiNotFound, HostError } from './hostError.ts'
import { type Argument, type HostObject, isHostObject, rangeObject, type Session } from './hostObject.ts'
import type { Mood } from './mood.ts'
import { resolveArguments } from './resolveArguments.ts'
import { resolvePath } from './resolvePath.ts'
import { ACTION, type Action, type BatchAnswer, type BatchRequest, type RichEvent } from './wire.ts'
import { ANY_SHEET, EVENTS } from './worksheet.ts'

/** Executes the batches of one client on a workbook, one at a time, and reports to it what happens there. */
export class Executor {
  readonly #session: Session
  readonly #book: Book
  readonly #moods: readonly Mood[]
  readonly #listeners = new Map<string, number>()
  readonly #wrote: { sheet: Sheet; area: Area }[] = []
  readonly #unlisten: () => void
  #sequence = 0
  #unsettled = false
  #queue: Promise<unknown> = Promise.resolve()
  /** Where events go; the host sets it. */
  onEvent: (event: RichEvent) => void = () => undefined
  /** What was asked for and is not known here, with how often. */
  readonly unsupported = new Map<string, number>()
  onUnsupported: () => void = () => undefined

  constructor(book: Book, year: number, moods: readonly Mood[] = []) {
    this.#book = book
    this.#moods = moods
    this.#session = {
      book,
      year,
      references: new Map(),
      before: (act) => moods.some((mood) => mood.before?.(act, this.#session) === true),
      listen: (type, target, by) =>
        this.#listeners.set(`${type}|${target}`, Math.max(0, (this.#listeners.get(`${type}|${target}`) ?? 0) + by)),
      wrote: (sheet, area) => {
        this.#unsettled = true
        this.#wrote.push({ sheet, area })
      },
    }
    this.#unlisten = book.listen((event) => this.#pass(event))
  }

  /** Hears of the workbook no more. */
  close(): void {
    this.#unlisten()
  }

  /** The answer to one batch; results before an error stay applied. */
  execute(request: BatchRequest): Promise<BatchAnswer> {
    const inTurn = (): Promise<BatchAnswer> => {
      const answer = this.#queue.then(() => this.#run(request))
      this.#queue = answer.catch(() => undefined)
      return answer
    }
    const batches = this.#moods.flatMap(({ batch }) => batch ?? [])
    return batches.reduce<() => Promise<BatchAnswer>>((go, batch) => () => batch(request, go), inTurn)()
  }

  #run(request: BatchRequest): BatchAnswer {
    const results: { ActionId: number; Value: Json }[] = []
    const traces: number[] = []
    const resolved = new Map<number, HostObject | null>()
    const resolve = (id: number): HostObject | null => resolvePath(id, request.ObjectPaths, resolved, this.#session)
    let error: BatchAnswer['Error']
    for (const [i, action] of request.Actions.entries()) {
      try {
        if (action.ActionType === ACTION.trace) traces.push(action.Id)
        const value = action.ActionType === ACTION.trace ? null : this.#act(action, resolve)
        if (value !== undefined) results.push({ ActionId: action.Id, Value: value })
      } catch (thrown) {
        error = this.#errorOf(thrown, i, request.ObjectPaths[action.ObjectPathId]?.Name ?? '')
        break
      }
    }
    this.#settle()
    for (const { sheet, area } of this.#wrote.splice(0)) this.#book.notify({ kind: 'edited', sheet, area, by: 'addin' })
    return { Results: results, ...(traces.length > 0 ? { TraceIds: traces } : {}), ...(error ? { Error: error } : {}) }
  }

  /** The value to answer; undefined where the action answers none. */
  #act(action: Action, resolve: (id: number) => HostObject | null): Json | undefined {
    if (action.ActionType === ACTION.query) this.#settle()
    const object = resolve(action.ObjectPathId)
    const args = (): Argument[] => resolveArguments(action.ArgumentInfo, resolve)
    switch (action.ActionType) {
      case ACTION.instantiate:
        return object ? identityOf(object) : null
      case ACTION.query:
        return object ? answerQuery(object, action.QueryInfo, this.#session) : null
      case ACTION.method:
        return object ? this.#call(object, action.Name ?? '', args()) : null
      case ACTION.setProperty:
        if (object) this.#set(object, action.Name ?? '', args()[0] ?? null)
        return undefined
      case ACTION.update:
        for (const [name, value] of Object.entries(action.ObjectState ?? {})) if (object) this.#set(object, name, value)
        return undefined
      default:
        throw apiNotFound(`action ${action.ActionType}`)
    }
  }

  #call(object: HostObject, name: string, args: readonly Argument[]): Json {
    if (name === '_KeepReference') {
      object.reference ??= `{${object.type}#${++this.#sequence}}`
      this.#session.references.set(object.reference, object)
      return null
    }
    const method = typeOf(object).methods?.[name]
    if (!method) throw apiNotFound(`${object.type}.${name}()`)
    this.#session.before({ kind: 'call', type: object.type, name, target: object.target, args })
    const answer = method(object.target, args, this.#session)
    return isHostObject(answer) ? identityOf(answer) : (answer ?? null)
  }

  #set(object: HostObject, name: string, value: Argument): void {
    const type = typeOf(object)
    const member = memberName(type.properties, name) ?? ''
    const property = type.properties?.[member]
    if (!property?.set) throw apiNotFound(`${object.type}.${name} (set)`)
    if (this.#session.before({ kind: 'set', type: object.type, name: member, target: object.target, args: [value] })) return
    property.set(object.target, value, this.#session)
  }

  #settle(): void {
    if (this.#unsettled) this.#book.settle()
    this.#unsettled = false
  }

  #errorOf(thrown: unknown, index: number, location: string): NonNullable<BatchAnswer['Error']> {
    const error = thrown instanceof HostError ? thrown : new HostError('GeneralException', String(thrown), 500)
    if (error.code === 'ApiNotFound' || error !== thrown) {
      this.unsupported.set(error.message, (this.unsupported.get(error.message) ?? 0) + 1)
      this.onUnsupported()
    }
    return { Code: error.code, Message: error.message, HttpStatusCode: error.status, ActionIndex: index, Location: location }
  }

  #pass(event: BookEvent): void {
    switch (event.kind) {
      case 'edited':
        this.#changed(event)
        break
      case 'selected':
        this.#fire(EVENTS.selected, event.sheet, { address: areaText(event.area) })
        break
      case 'activated':
      case 'added':
      case 'deleted':
        this.#fire(EVENTS[event.kind], event.sheet, { source: 'Local' })
        break
      default:
    }
  }

  #changed({ sheet, area, by, before, after, change }: Extract<BookEvent, { kind: 'edited' }>): void {
    if (this.#heard(EVENTS.changed, sheet).length === 0) return
    const referenceId = `{Event#${++this.#sequence}}`
    this.#session.references.set(referenceId, { ...rangeObject(sheet, area), reference: referenceId })
    this.#fire(EVENTS.changed, sheet, {
      changeType: change ?? 'RangeEdited',
      source: 'Local',
      address: areaText(area),
      referenceId,
      triggerSource: by === 'addin' ? 'ThisLocalAddin' : 'Unknown',
      ...(before === undefined || after === undefined ? {} : { valueBefore: before, valueAfter: after, ...valueTypes(before, after) }),
    })
  }

  /** Who listens: the sheet's own handlers, the workbook's. */
  #heard(type: number, sheet: Sheet): string[] {
    return [sheet.id, ANY_SHEET].filter((target) => (this.#listeners.get(`${type}|${target}`) ?? 0) > 0)
  }

  #fire(type: number, sheet: Sheet, args: Readonly<Record<string, Json>>): void {
    if (this.#moods.some((mood) => mood.mute === true)) return
    for (const target of this.#heard(type, sheet))
      this.onEvent({ type, target, message: JSON.stringify({ worksheetId: sheet.id, ...args }) })
  }
}

const valueTypes = (before: Scalar, after: Scalar) => ({ valueTypeBefore: kindOf(before), valueTypeAfter: kindOf(after) })

const kindOf = (value: Scalar): string =>
  value === '' ? 'Empty' : typeof value === 'number' ? 'Double' : typeof value === 'boolean' ? 'Boolean' : 'String'
