import type { Memory } from '../ports/memory.ts'
import type { DeviceStore } from './deviceStore.ts'

/** What a device remembers of its person, whatever is open: the token and preferences. `key` makes a name a key of the storage. */
export function deviceMemory(
  store: DeviceStore,
  key: (name: string) => string,
): Pick<Memory, 'token' | 'setToken' | 'tokenLasts' | 'preference' | 'setPreference'> {
  const set = (name: string, value: string | null) => {
    if (value === null) store.removeItem(key(name))
    else store.setItem(key(name), value)
  }
  return {
    token: async () => store.getItem(key('token')),
    setToken: async (token) => set('token', token),
    tokenLasts: () => store.lasts(),
    preference: async (name) => store.getItem(key(`preference.${name}`)),
    setPreference: async (name, value) => set(`preference.${name}`, value),
  }
}
