/** One truth: a value, how to replace it, and who wants to know. */
export interface Store<T> {
  get(): T
  set(next: T): void
  update(change: (before: T) => T): void
  subscribe(listener: () => void): () => void
}

/** Listeners are called after each change to another value, in the order they came. */
export function createStore<T>(initial: T): Store<T> {
  let value = initial
  const listeners = new Set<() => void>()
  const store: Store<T> = {
    get: () => value,
    set(next) {
      if (Object.is(value, next)) return
      value = next
      // A copy: a listener may stop listening while it is called.
      for (const listener of [...listeners]) listener()
    },
    update: (change) => store.set(change(value)),
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
  return store
}
