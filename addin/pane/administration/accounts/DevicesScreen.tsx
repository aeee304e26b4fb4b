import { firstTab } from '../../../state/tabs.ts'
import { ClearMarks } from '../../frame/ClearMarks.tsx'
import { usePane, useStore } from '../../frame/usePane.ts'
import { useWhenIdle } from '../../frame/useWhenIdle.ts'
import { DoneNotice } from '../DoneNotice.tsx'
import { useAdministration } from '../useAdministration.ts'

/** 我的设备: where this account is signed in; each can be signed out from here. */
export function DevicesScreen() {
  const pane = usePane()
  const session = useStore(pane.stores.session)
  const { stores, actions, texts, words, idle } = useAdministration()
  const devices = useStore(stores.devices)
  useWhenIdle('', () => void actions.loadDevices())
  if (session.tag !== 'signedIn') return null
  const of = words.devices
  return (
    <section data-testid="devices">
      <h2>{texts.tabs.devices}</h2>
      <p class="small">{of.lead}</p>
      <DoneNotice />
      <ul class="plan">
        {(devices ?? []).map((device) => (
          <li key={device.id} data-testid="device" data-device={device.id} data-current={device.current}>
            <div class="head">
              <span class="title">{device.device === '' ? of.unnamed : device.device}</span>
              {device.current ? (
                <span class="badge">{of.current}</span>
              ) : (
                <button
                  type="button"
                  class="plain"
                  disabled={!idle}
                  data-testid="device-out"
                  onClick={() => void actions.signOutDevice(device)}
                >
                  {of.signOut}
                </button>
              )}
            </div>
            <p class="small">{of.since(words.fullTime(device.createdAt))}</p>
          </li>
        ))}
      </ul>
      <div class="acts">
        <fluent-button data-testid="devices-back" onClick={() => pane.actions.show(firstTab(session.account))}>
          {of.back}
        </fluent-button>
      </div>
      <ClearMarks />
    </section>
  )
}
