/** The part of a browser's storage that is needed; tests give a Map-like one. */
export type KeyValueStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** A storage that never throws: what the browser does not keep lives as long as the pane, and `lasts` says so. */
export interface DeviceStore extends KeyValueStore {
  /** Whether what is set now outlives the pane, as far as is known. */
  lasts(): boolean
}

/** Over the browser's storage; `storage` may throw, which is how a browser that blocks it says so. `probe` is a key of nobody. */
export function deviceStore(storage: () => KeyValueStore, probe: string): DeviceStore {
  /** What could not be stored, and what was removed and could not be. */
  const unkept = new Map<string, string | null>()

  const keeps = (act: (store: KeyValueStore) => void): boolean => {
    try {
      act(storage())
      return true
    } catch {
      return false
    }
  }
  // A storage that is full or blocked is known before the person signs in.
  let lasting = keeps((store) => {
    put(store, probe, '1')
    store.removeItem(probe)
  })

  return {
    lasts: () => lasting,
    getItem(key) {
      const own = unkept.get(key)
      if (own !== undefined) return own
      let value: string | null = null
      keeps((store) => {
        value = store.getItem(key)
      })
      return value
    },
    setItem(key, value) {
      lasting = keeps((store) => put(store, key, value))
      if (lasting) return void unkept.delete(key)
      unkept.set(key, value)
      // What was there before must not come back at the next opening: it may be another person's session.
      keeps((store) => store.removeItem(key))
    },
    removeItem(key) {
      if (keeps((store) => store.removeItem(key))) unkept.delete(key)
      else unkept.set(key, null)
    },
  }
}

/** Some browsers take what they are given without a word, and keep nothing of it. */
function put(store: KeyValueStore, key: string, value: string): void {
  store.setItem(key, value)
  if (store.getItem(key) !== value) throw new Error('not stored')
}
