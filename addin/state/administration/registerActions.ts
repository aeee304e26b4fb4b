import { fail } from '../../../shared/base/result.ts'
import { readRegister } from '../../flow/administration/readRegister.ts'
import { registerSheet } from '../../flow/administration/registerSheet.ts'
import type { AdministrationActions } from './administration.ts'
import type { AdministrationContext } from './administrationContext.ts'

type RegisterActions = Pick<AdministrationActions, 'readRegister' | 'loadRegister' | 'forgetReading' | 'writeRegister'>

/** Registers: read from a sheet or a file, looked at, loaded as a new version; written out to be changed by hand. */
export function registerActions({ ports, stores, perform }: AdministrationContext): RegisterActions {
  const { api, workbook } = ports
  return {
    readRegister: (source) =>
      perform(
        'check',
        () => {
          stores.reading.set(null)
          return readRegister(ports, source)
        },
        (reading) => stores.reading.set(reading),
      ),

    loadRegister: () =>
      perform(
        'act',
        async () => {
          const reading = stores.reading.get()
          if (reading?.tag !== 'read') return fail({ tag: 'bug', message: 'no register was read' })
          const loaded = await api.loadRegister(reading.register, false)
          if (loaded.ok) return loaded
          const taken = loaded.fault.tag === 'problem' && loaded.fault.code === 'alreadyExists'
          return taken ? fail({ tag: 'versionTaken' }) : loaded
        },
        async () => {
          stores.reading.set(null)
          const registers = await api.registers()
          if (registers.ok) stores.registers.set(registers.value)
        },
        ({ id, version }) => ({ tag: 'registerLoaded', name: `${id} / ${version}` }),
      ),

    forgetReading: () => stores.reading.set(null),

    writeRegister: ({ id, version }, sheetName) =>
      perform(
        'write',
        async (work) => {
          const register = await api.registerVersion(id, version)
          if (!register.ok) return register
          return workbook.writeSheet(registerSheet(register.value, sheetName), work)
        },
        () => undefined,
        (name) => ({ tag: 'sheetWritten', name }),
      ),
  }
}
