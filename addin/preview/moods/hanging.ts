import { type Mood, WRITING } from '../richapi/mood.ts'
import { ACTION, type BatchAnswer, type BatchRequest, type ObjectPath, PATH } from '../richapi/wire.ts'

/** Later than any patience of a client. */
const LATER_MS = 60_000

const NEVER = (): Promise<never> => new Promise(() => undefined)

/** The first batch that asks for values is never answered. */
export const hangingRead = (): Mood =>
  once(
    ({ Actions }) => Actions.some(({ QueryInfo }) => QueryInfo?.Select?.includes('values')),
    () => NEVER(),
  )

/** The first batch that writes is never answered, and takes effect all the same, a minute later. */
export const hangingWrite = (): Mood =>
  once(writes, (go) => {
    setTimeout(() => void go(), LATER_MS)
    return NEVER()
  })

/** Does otherwise with the first batch of a kind. */
function once(isMeant: (request: BatchRequest) => boolean, answer: (go: () => Promise<BatchAnswer>) => Promise<BatchAnswer>): Mood {
  let done = false
  return {
    batch: (request, go) => {
      if (done || !isMeant(request)) return go()
      done = true
      return answer(go)
    },
  }
}

/** Whether a batch writes cells, sheets or looks, as far as its own words say. */
function writes({ Actions, ObjectPaths }: BatchRequest): boolean {
  const isSetting = (id: number | undefined): boolean => ObjectPaths[id ?? 0]?.Name === 'Settings'
  const calls = ({ ObjectPathType, Name = '', ParentObjectPathId }: ObjectPath): boolean =>
    ObjectPathType === PATH.method && WRITING.test(Name) && !isSetting(ParentObjectPathId)
  return (
    Object.values(ObjectPaths).some(calls) ||
    Actions.some(
      ({ ActionType, Name = '', ObjectPathId }) =>
        ActionType === ACTION.setProperty ||
        ActionType === ACTION.update ||
        (ActionType === ACTION.method && WRITING.test(Name) && !isSetting(ObjectPathId)),
    )
  )
}
