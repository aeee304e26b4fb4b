/**
 * Sheets by the name under which the pane has read them. Excel's id of a sheet stays when it is renamed; the pane goes on
 * calling the sheet what it was called when it was read, until it is read again.
 */
const idOf = new Map<string, string>()
/** What a sheet was called at earlier readings, by its id, the latest first. */
const former = new Map<string, readonly string[]>()

/** A sheet was read under this name. */
export function noteSheet(name: string, id: string): void {
  for (const [other, otherId] of idOf)
    if (otherId === id && other !== name) {
      idOf.delete(other)
      former.set(id, [other, ...(former.get(id) ?? []).filter((one) => one !== other && one !== name)])
    }
  idOf.set(name, id)
}

/** What to look a sheet up by: its id where the pane has read it, else its name. Excel takes either. */
export const sheetKey = (name: string): string => idOf.get(name) ?? name

/** What the pane calls a sheet that is called `name` now. */
export const paneName = (id: string, name: string): string => readUnder(id) ?? name

/** What the sheet that the pane calls so was called when it was read earlier. */
export const formerNames = (name: string): readonly string[] => former.get(idOf.get(name) ?? '') ?? []

/** What the pane calls the sheet of an id, which may be gone by now; undefined where it was never read. */
export const readUnder = (id: string): string | undefined => [...idOf].find(([, known]) => known === id)?.[0]

/** Another workbook: tests open several, a pane never does. */
export function forgetSheets(): void {
  idOf.clear()
  former.clear()
}
