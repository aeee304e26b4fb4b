import type { BrowserContext } from 'playwright-core'
import type { Person } from './person.ts'

/**
 * A disk of the browser's own (its private file system), whose handles are the genuine ones: what a person would choose in
 * the browser's dialog is chosen here, the file named last by `put`, and a new file is made where one is asked for.
 */
export const withDisk = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    const disk = () => navigator.storage.getDirectory()
    Object.assign(window, {
      showOpenFilePicker: async () => [await (await disk()).getFileHandle(Reflect.get(window, 'chosenFile'))],
      showSaveFilePicker: async ({ suggestedName }: { suggestedName: string }) =>
        (await disk()).getFileHandle(suggestedName, { create: true }),
    })
  })

/** Lays a file on the disk, as another program would that saves it; it is the one that is chosen next. */
export async function put({ page }: Person, name: string, bytes: Uint8Array): Promise<void> {
  await page.evaluate(
    async ([name, bytes]) => {
      const handle = await (await navigator.storage.getDirectory()).getFileHandle(name, { create: true })
      const stream = await handle.createWritable()
      await stream.write(new Uint8Array(bytes))
      await stream.close()
      Reflect.set(window, 'chosenFile', name)
    },
    [name, [...bytes]] as const,
  )
}

/** What lies on the disk under a name now. */
export async function taken({ page }: Person, name: string): Promise<Uint8Array> {
  const bytes = await page.evaluate(async (name) => {
    const handle = await (await navigator.storage.getDirectory()).getFileHandle(name)
    return [...new Uint8Array(await (await handle.getFile()).arrayBuffer())]
  }, name)
  return new Uint8Array(bytes)
}

/** 打开文件, of what lies on the disk. */
export async function openFromDisk(person: Person): Promise<void> {
  const before = person.page.frames().find((each) => each.url().includes('/filesPane.html'))
  await person.page.getByTestId('open-file').click()
  await person.page.locator('[data-part="sheet"] .grid').waitFor()
  for (let tries = 0; tries < 100 && before?.isDetached() === false; tries++) await person.page.waitForTimeout(50)
}
