import { WRITING } from '../richapi/mood.ts'
import { ACTION, type BatchRequest, type ObjectPath, PATH } from '../richapi/wire.ts'

/** Whether a batch asks for values of cells. */
export const readsValues = ({ Actions }: BatchRequest): boolean => Actions.some(({ QueryInfo }) => QueryInfo?.Select?.includes('values'))

/** Whether a batch writes cells, sheets or looks, as far as its own words say. */
export const writes = (request: BatchRequest): boolean =>
  request.Actions.some(({ ActionType }) => ActionType === ACTION.setProperty || ActionType === ACTION.update) || calls(request, WRITING)

/** Whether a batch shows a sheet or selects cells. */
export const shows = (request: BatchRequest): boolean => calls(request, /^(Activate|Select)$/)

/** Whether a batch looks for a sheet by its name. */
export const asksFor = ({ ObjectPaths }: BatchRequest, name: string): boolean =>
  Object.values(ObjectPaths).some(({ Name = '', ArgumentInfo }) => /^GetItem/.test(Name) && ArgumentInfo?.Arguments?.[0] === name)

/** Whether it calls members of such names, settings left aside. */
function calls({ Actions, ObjectPaths }: BatchRequest, members: RegExp): boolean {
  const isSetting = (id: number | undefined): boolean => ObjectPaths[id ?? 0]?.Name === 'Settings'
  const walks = ({ ObjectPathType, Name = '', ParentObjectPathId }: ObjectPath): boolean =>
    ObjectPathType === PATH.method && members.test(Name) && !isSetting(ParentObjectPathId)
  return (
    Object.values(ObjectPaths).some(walks) ||
    Actions.some(
      ({ ActionType, Name = '', ObjectPathId }) => ActionType === ACTION.method && members.test(Name) && !isSetting(ObjectPathId),
    )
  )
}
