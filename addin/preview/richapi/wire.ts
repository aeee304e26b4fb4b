import type { Json } from '../../book/json.ts'

/** How the client names an object. */
export const PATH = { global: 1, new: 2, method: 3, property: 4, indexer: 5, reference: 6, null: 7 } as const

/** What the client asks to be done with one. */
export const ACTION = { instantiate: 1, query: 2, method: 3, setProperty: 4, trace: 5, update: 9 } as const

/** The arguments of a call; in the place of an object there is the id of its path. */
export interface ArgumentInfo {
  readonly Arguments?: readonly Json[]
  readonly ReferencedObjectPathIds?: readonly (number | readonly number[])[]
}

/** How an object is reached: from its parent, by a name and arguments. */
export interface ObjectPath {
  readonly Id: number
  readonly ObjectPathType: number
  readonly Name?: string
  readonly ParentObjectPathId?: number
  readonly ArgumentInfo?: ArgumentInfo
}

/** What `load` asks for. */
export interface QueryInfo {
  readonly Select?: readonly string[]
  readonly Expand?: readonly string[]
  readonly Skip?: number
  readonly Top?: number
}

/** One thing to be done with an object of the batch. */
export interface Action {
  readonly Id: number
  readonly ActionType: number
  readonly Name?: string
  readonly ObjectPathId: number
  readonly ArgumentInfo?: ArgumentInfo
  readonly QueryInfo?: QueryInfo
  readonly ObjectState?: Readonly<Record<string, Json>>
}

/** The body of one batch. */
export interface BatchRequest {
  readonly Actions: readonly Action[]
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>
}

/** The answers to a batch, up to the first error. */
export interface BatchAnswer {
  readonly Results: readonly { readonly ActionId: number; readonly Value: Json }[]
  readonly TraceIds?: readonly number[]
  readonly Error?: {
    readonly Code: string
    readonly Message: string
    readonly HttpStatusCode: number
    readonly ActionIndex: number
    readonly Location: string
  }
}

/** One event for the client: category 65536, the event's number, whom it is for, its arguments as JSON. */
export interface RichEvent {
  readonly type: number
  readonly target: string
  readonly message: string
}
