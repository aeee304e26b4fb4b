import type { AdministrationActions } from './administration.ts'
import type { Counter } from './counter.ts'

/** The devices of one's own account. */
export function deviceActions({ ports, stores, doing }: Counter): Pick<AdministrationActions, 'loadDevices' | 'signOutDevice'> {
  const { api } = ports
  return {
    loadDevices: () => doing('look', api.devices, (devices) => stores.devices.set(devices)),
    signOutDevice: ({ id, device }) =>
      doing(
        'act',
        () => api.signOutDevice(id),
        () => stores.devices.update((before) => before?.filter((one) => one.id !== id) ?? null),
        { tag: 'deviceSignedOut', name: device },
      ),
  }
}
