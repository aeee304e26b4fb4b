import type { ReportingUnit } from '../../../shared/register/register.ts'
import type { ChasedUnit } from '../../flow/city/chaseList.ts'
import type { Bench } from '../bench.ts'
import { createStore, type Store } from '../createStore.ts'
import { accountActions } from './accountActions.ts'
import type { Administration, AdministrationStores } from './administration.ts'
import { auditActions } from './auditActions.ts'
import { type Counter, doingAt } from './counter.ts'
import { deviceActions } from './deviceActions.ts'
import { periodActions } from './periodActions.ts'
import { registerActions } from './registerActions.ts'

/** The administration of one signed-in person, empty until it is asked for. */
export function createAdministration(bench: Bench): Administration {
  const stores: AdministrationStores = {
    registers: nothingYet(),
    proposal: nothingYet(),
    chases: createStore<ReadonlyMap<string, readonly ChasedUnit[]>>(new Map()),
    reading: nothingYet(),
    accounts: nothingYet(),
    units: createStore<readonly ReportingUnit[]>([]),
    invitation: nothingYet(),
    devices: nothingYet(),
    audit: nothingYet(),
    exported: nothingYet(),
    done: nothingYet(),
  }
  const counter: Counter = { bench, ports: bench.ports, stores, doing: doingAt(bench, stores) }
  return {
    stores,
    actions: {
      ...periodActions(counter),
      ...registerActions(counter),
      ...accountActions(counter),
      ...deviceActions(counter),
      ...auditActions(counter),
    },
  }
}

const nothingYet = <T>(): Store<T | null> => createStore<T | null>(null)
