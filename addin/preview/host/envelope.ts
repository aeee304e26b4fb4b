import { isRecord } from '../../../shared/base/keysOf.ts'

/** The envelope of every message between office.js and its host: a JSON string by postMessage. */
export interface Envelope {
  readonly _messageType: number
  readonly _actionName: string
  readonly _actionType?: number
  readonly _conversationId: string
  readonly _correlationId: number
  readonly _origin: string
  readonly _data: unknown
  readonly _serializerVersion: number
}

/** `_messageType` */
export const MESSAGE = { request: 0, response: 1 } as const
/** `_actionType` of a request */
export const REQUEST = { invoke: 0, register: 1, unregister: 2 } as const
/** `_responseType`: an answer to a request, or an event to a listener. */
export const RESPONSE = { answer: 0, event: 1 } as const

/** Calls of the older API within `executeMethod`. */
export const DISPATCH = { getFilePropertiesUrl: 86, richApi: 93, commandCompleted: 94, loadSettings: 75, saveSettings: 76 } as const

/** The host's errors of a call: what office.js makes messages of. */
export const CALL_ERROR = { none: 0, unknown: 5000, cellEditing: 5004, requestTooLarge: 5103, answerTooLarge: 5104 } as const

/** Bytes that Excel on the web takes and gives in one call. */
export const MOST_BYTES = 5 * 1024 * 1024

/** The data of an `executeMethod`. */
export interface MethodCall {
  readonly DdaMethod: { readonly DispatchId: number; readonly Version: number }
  /** Of a Rich API call: …, the batch as JSON, permission, flags. */
  readonly ArrayData?: readonly unknown[]
  readonly DdaSettingsMethod?: { readonly Properties: readonly (readonly [string, string])[] }
}

/** A message of this conversation, or undefined. */
export function parseEnvelope(data: unknown, conversation: string): Envelope | undefined {
  if (typeof data !== 'string') return undefined
  try {
    const message: unknown = JSON.parse(data)
    return isEnvelope(message) && [conversation, `${conversation}_ntf`].includes(message._conversationId) ? message : undefined
  } catch {
    return undefined
  }
}

const isEnvelope = (message: unknown): message is Envelope =>
  isRecord(message) && typeof message._messageType === 'number' && typeof message._conversationId === 'string'

/** Whether the data of a request is a call of a method. */
export const isMethodCall = (data: unknown): data is MethodCall =>
  isRecord(data) && isRecord(data.DdaMethod) && typeof data.DdaMethod.DispatchId === 'number'
