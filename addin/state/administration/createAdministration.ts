import type { ReportingUnit } from '../../../shared/register/register.ts'
import type { Chase } from '../../flow/administration/chaseList.ts'
import type { HistoryEntry } from '../../flow/unit/rowHistory.ts'
import type { ActionContext } from '../actionContext.ts'
import { createStore, type Store } from '../createStore.ts'
import { accountActions } from './accountActions.ts'
import type { Administration, AdministrationStores } from './administration.ts'
import { type AdministrationContext, createPerform } from './administrationContext.ts'
import { auditActions } from './auditActions.ts'
import { changesActions } from './changesActions.ts'
import { deviceActions } from './deviceActions.ts'
import { layoutsActions } from './layoutsActions.ts'
import { periodActions } from './periodActions.ts'
import { registerActions } from './registerActions.ts'

/** The administration of one signed-in person, empty until it is asked for. */
export function createAdministration(actionContext: ActionContext): Administration {
  const stores: AdministrationStores = {
    registers: nothingYet(),
    proposal: nothingYet(),
    chases: createStore<ReadonlyMap<string, Chase>>(new Map()),
    reading: nothingYet(),
    accounts: nothingYet(),
    units: createStore<readonly ReportingUnit[]>([]),
    invitation: nothingYet(),
    devices: nothingYet(),
    audit: nothingYet(),
    changes: nothingYet(),
    histories: createStore<ReadonlyMap<string, readonly HistoryEntry[]>>(new Map()),
    layouts: nothingYet(),
    exported: nothingYet(),
    done: nothingYet(),
  }
  const administrationContext: AdministrationContext = {
    actionContext,
    ports: actionContext.ports,
    stores,
    perform: createPerform(actionContext, stores),
  }
  return {
    stores,
    actions: {
      ...periodActions(administrationContext),
      ...registerActions(administrationContext),
      ...accountActions(administrationContext),
      ...deviceActions(administrationContext),
      ...auditActions(administrationContext),
      ...changesActions(administrationContext),
      ...layoutsActions(administrationContext),
    },
  }
}

const nothingYet = <T>(): Store<T | null> => createStore<T | null>(null)
