/** Our side as the provider knows it. */
export const CLIENT = { id: 'livelihood', secret: 'a-secret-of-the-test: with + and %' }
export const CALLBACK = 'https://city.test/v1/oidc/callback'

/** A browser's walk through the provider's own pages, from the authorization address to the way back; answers that address. */
export async function walkThrough(authorization: string, person: string): Promise<string> {
  const cookies = new Map<string, string>()
  let address = authorization
  let form: URLSearchParams | undefined
  for (let steps = 0; steps < 12; steps += 1) {
    if (address.startsWith(CALLBACK)) return address
    const answer = await fetch(address, {
      redirect: 'manual',
      headers: { Cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form === undefined ? {} : { method: 'POST', body: form }),
    })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      cookies.set(name, value)
    }
    form = undefined
    const next = answer.headers.get('location')
    if (next !== null) {
      address = new URL(next, address).href
      continue
    }
    const page = await answer.text()
    const action = /action="([^"]+)"/.exec(page)?.[1]
    if (action === undefined) throw new Error(`the provider answered ${answer.status} ${page.slice(0, 300)}`)
    address = new URL(action, address).href
    form = new URLSearchParams({ prompt: /name="prompt" value="(\w+)"/.exec(page)?.[1] ?? 'consent', login: person, password: 'any' })
  }
  throw new Error('the provider leads in circles')
}
