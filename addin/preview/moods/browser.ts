import type { Mood } from '../richapi/mood.ts'

const refusal = (name: 'SecurityError' | 'QuotaExceededError'): DOMException => new DOMException('Refused by the stand-in for Excel.', name)

/** A mood of the pane's own window. */
const inFrame = (frame: (window: Window) => void): (() => Mood) => {
  return () => ({ frame })
}

/** The prototype of a class of the pane's window. */
function prototypeOf(window: Window, name: string): object {
  const of: unknown = Reflect.get(window, name)
  const prototype: unknown = typeof of === 'function' ? of.prototype : undefined
  return typeof prototype === 'object' && prototype !== null ? prototype : {}
}

const replace = (object: object, name: string, value: unknown): void => {
  Object.defineProperty(object, name, { configurable: true, writable: true, value })
}

/** Opening a database is refused. */
export const indexedDbDenied = inFrame((window) => {
  replace(prototypeOf(window, 'IDBFactory'), 'open', () => {
    throw refusal('SecurityError')
  })
})

/** Opening a database is never answered. */
export const indexedDbUnanswered = inFrame((window) => {
  replace(prototypeOf(window, 'IDBFactory'), 'open', () => new EventTarget())
})

/** Whatever is put into a database ends its transaction: nothing is kept. */
export const indexedDbFull = inFrame((window) => {
  const store = prototypeOf(window, 'IDBObjectStore')
  for (const name of ['put', 'add']) {
    const put: unknown = Reflect.get(store, name)
    if (typeof put !== 'function') continue
    replace(store, name, function (this: IDBObjectStore, ...given: readonly unknown[]): unknown {
      const request: unknown = Reflect.apply(put, this, given)
      this.transaction.abort()
      return request
    })
  }
})

/** Touching Web Storage is refused. */
export const localStorageDenied = inFrame((window) => {
  Object.defineProperty(window, 'localStorage', {
    configurable: true,
    get: () => {
      throw refusal('SecurityError')
    },
  })
})

/** Web Storage can be read, and takes nothing more. */
export const localStorageFull = inFrame((window) => {
  const { localStorage } = window
  const setItem: unknown = Reflect.get(prototypeOf(window, 'Storage'), 'setItem')
  replace(prototypeOf(window, 'Storage'), 'setItem', function (this: Storage, ...given: readonly unknown[]): void {
    if (this === localStorage || typeof setItem !== 'function') throw refusal('QuotaExceededError')
    Reflect.apply(setItem, this, given)
  })
})

/** The page names an address of office.js where nothing is. */
export const officeMissing = (): Mood => ({
  page: (html) => html.replace(/src="[^"]*\/office\.js"/, 'src="/office-js/missing/office.js"'),
})
