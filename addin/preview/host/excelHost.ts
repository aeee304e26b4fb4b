import type { Executor } from '../richapi/executor.ts'
import type { Mood } from '../richapi/mood.ts'
import type { BatchRequest, RichEvent } from '../richapi/wire.ts'
import { appContext } from './appContext.ts'
import {
  CALL_ERROR,
  DISPATCH,
  type Envelope,
  isMethodCall,
  MESSAGE,
  type MethodCall,
  MOST_BYTES,
  parseEnvelope,
  REQUEST,
  RESPONSE,
} from './envelope.ts'

const encoder = new TextEncoder()
const isTooLarge = (text: string): boolean => text.length * 3 > MOST_BYTES && encoder.encode(text).length > MOST_BYTES

const RICH_API_EVENT = 65_536

/** What a host is played with. */
export interface HostOptions {
  readonly executor: Executor
  readonly documentUrl: string
  readonly locale: string
  /** The ExcelApi that is declared: "1.14". */
  readonly api: string
  readonly readOnly: boolean
  readonly moods: readonly Mood[]
  /** Whether the person is editing a cell: Excel does nothing for add-ins meanwhile. */
  readonly isEditing: () => boolean
  /** What an add-in asked for and this host does not know. */
  readonly onUnknown: (what: string) => void
  /** The focus leaves the pane: by Tab at its ends, by Escape, by F6. */
  readonly onLeave: () => void
}

/** What the two sides tell each other of the focus. */
const FOCUS = { tabIn: 11, exits: [5, 6, 13, 14, 15, 16, 17, 18] } as const

/** Plays Excel on the web to the genuine office.js in one iframe: same protocol, same start-up, same trust rule (https, same host). */
export class ExcelHost {
  readonly #options: HostOptions
  readonly #id = `addin_${crypto.randomUUID()}`
  /** Office.js caches by conversation: a fresh one each time. */
  readonly #conversation = crypto.randomUUID()
  readonly #registered = new Map<string, Envelope>()
  readonly #receive = (event: MessageEvent) => this.#onMessage(event)
  readonly frame: HTMLIFrameElement
  #settings: (readonly [string, string])[] = []
  #origin = '*'
  #sequence = 0

  constructor(options: HostOptions) {
    this.#options = options
    this.frame = document.createElement('iframe')
    options.executor.onEvent = (event) => this.#fire(event)
    window.addEventListener('message', this.#receive)
  }

  /** Opens the pane's page, unmodified where no mood spoils it. The frame's name must be there before it enters the document. */
  open(parent: HTMLElement, address: string, title: string): void {
    const hostInfo = ['Excel', 'Web', '16.01', this.#options.locale, crypto.randomUUID(), '', '', '0'].join('|')
    const xdmInfo = [this.#conversation, this.#id, location.origin].join('|')
    this.frame.name = JSON.stringify({
      baseFrameName: `__office_frame_${this.#id}`,
      hostInfo,
      xdmInfo,
      serializerVersion: '1',
      flights: '[]',
    })
    this.frame.title = title
    const spoiling = this.#options.moods.flatMap(({ page }) => page ?? [])
    if (spoiling.length > 0) void this.#openSpoilt(address, spoiling)
    else this.frame.src = address
    parent.append(this.frame)
    // The window of an empty frame becomes that of the page, which is of the same site: what is put there now is there first.
    // Not touched where nothing is to be spoilt: a window that was looked at before its page stays the page's, and what is run
    // at its beginning (as an old engine is played) does not run again.
    for (const mood of this.#options.moods) if (mood.frame && this.frame.contentWindow) mood.frame(this.frame.contentWindow)
  }

  async #openSpoilt(address: string, spoiling: readonly ((html: string) => string)[]): Promise<void> {
    const page = await fetch(address)
    this.frame.srcdoc = spoiling.reduce((html, spoil) => spoil(html), await page.text())
  }

  /** The focus comes to the pane, at its first stop. */
  enter(): void {
    const message: Envelope = {
      _messageType: MESSAGE.request,
      _actionName: 'Office_notifyAgave',
      _actionType: REQUEST.invoke,
      _conversationId: `${this.#conversation}_ntf`,
      _correlationId: ++this.#sequence,
      _origin: location.origin,
      _data: [FOCUS.tabIn],
      _serializerVersion: 1,
    }
    this.frame.contentWindow?.postMessage(JSON.stringify(message), this.#origin)
  }

  close(): void {
    window.removeEventListener('message', this.#receive)
    this.#options.executor.close()
    this.frame.remove()
  }

  #onMessage(event: MessageEvent): void {
    if (event.source !== this.frame.contentWindow) return
    const message = parseEnvelope(event.data, this.#conversation)
    if (!message || message._messageType === MESSAGE.response) return
    this.#origin = event.origin
    void this.#answer(message).then((data) => this.#post({ ...message, _data: data, _responseType: RESPONSE.answer }))
  }

  /** The data to answer a request with. */
  async #answer(message: Envelope): Promise<unknown> {
    if (message._actionType === REQUEST.register) this.#registered.set(message._actionName, message)
    if (message._actionType === REQUEST.unregister) this.#registered.delete(message._actionName)
    if (message._actionType !== REQUEST.invoke) return { Error: CALL_ERROR.none }
    if (message._actionName === 'ContextActivationManager_getAppContextAsync') {
      const { moods, ...identity } = this.#options
      if (moods.some(({ neverAnswers }) => neverAnswers === true)) return new Promise(() => undefined)
      return appContext({ ...identity, id: this.#id, settings: this.#settings })
    }
    const [, notice] = Array.isArray(message._data) ? message._data : []
    if (message._actionName === 'ContextActivationManager_notifyHost' && FOCUS.exits.some((exit) => exit === notice))
      this.#options.onLeave()
    const call = message._data
    if (message._actionName !== 'executeMethod' || !isMethodCall(call)) return null
    return { Version: call.DdaMethod.Version, Error: CALL_ERROR.none, ...(await this.#call(call)) }
  }

  async #call(call: MethodCall): Promise<object> {
    const { DispatchId } = call.DdaMethod
    switch (DispatchId) {
      case DISPATCH.richApi: {
        if (this.#options.isEditing()) return { Error: CALL_ERROR.cellEditing }
        const request = String(call.ArrayData?.[4])
        if (isTooLarge(request)) return { Error: CALL_ERROR.requestTooLarge }
        const batch: BatchRequest = JSON.parse(request)
        const answer = JSON.stringify(await this.#options.executor.execute(batch))
        return isTooLarge(answer) ? { Error: CALL_ERROR.answerTooLarge } : { Data: [200, ['CONTENT-TYPE', 'application/json'], answer] }
      }
      case DISPATCH.saveSettings:
        this.#settings = [...(call.DdaSettingsMethod?.Properties ?? [])]
        return {}
      case DISPATCH.loadSettings:
        return { Properties: { Settings: this.#settings.map(([Name, Value]) => ({ Name, Value })) } }
      case DISPATCH.getFilePropertiesUrl:
        return { Properties: { Url: this.#options.documentUrl } }
      case DISPATCH.commandCompleted:
        return {}
      default:
        this.#options.onUnknown(`call ${DispatchId} of the common API`)
        return { Error: CALL_ERROR.unknown }
    }
  }

  #fire({ type, target, message }: RichEvent): void {
    const listener = this.#registered.get('richApiMessage')
    if (!listener) return
    const data = { ArrayData: [[RICH_API_EVENT, type, target, message, ++this.#sequence, false]] }
    this.#post({ ...listener, _data: data, _responseType: RESPONSE.event })
  }

  #post({ _actionName, _conversationId, _correlationId, _data, _responseType }: Envelope & { _responseType: number }): void {
    const message = {
      _messageType: MESSAGE.response,
      _actionName,
      _conversationId,
      _correlationId,
      _origin: location.origin,
      _data: _data ?? null,
      _errorCode: 0,
      _responseType,
      _serializerVersion: 1,
    }
    this.frame.contentWindow?.postMessage(JSON.stringify(message), this.#origin)
  }
}
