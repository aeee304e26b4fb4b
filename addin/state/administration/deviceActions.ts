import type { AdministrationActions } from './administration.ts'
import type { AdministrationContext } from './administrationContext.ts'

/** The devices of one's own account. */
export function deviceActions({
  ports,
  stores,
  perform,
}: AdministrationContext): Pick<AdministrationActions, 'loadDevices' | 'signOutDevice'> {
  const { api } = ports
  return {
    loadDevices: () => perform('look', api.devices, (devices) => stores.devices.set(devices)),
    signOutDevice: ({ id, device }) =>
      perform(
        'act',
        () => api.signOutDevice(id),
        () => stores.devices.update((before) => before?.filter((one) => one.id !== id) ?? null),
        { tag: 'deviceSignedOut', name: device },
      ),
  }
}
