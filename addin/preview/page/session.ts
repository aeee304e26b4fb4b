/** What the start of the local site leaves for this page in session.json. */
export interface Session {
  readonly workbooks: readonly SampleWorkbook[]
  readonly accounts: readonly DemoAccount[]
}

/** A sample workbook that this page can open, and the unit whose sheet it is. */
export interface SampleWorkbook {
  /** "01" */
  readonly id: string
  readonly file: string
  readonly unit: string
}

/** An account of the demo city, with codes to sign in by. */
export interface DemoAccount {
  readonly id: string
  readonly name: string
  readonly role: string
  readonly reporter: string | null
  /** One-time invitation codes of this start. */
  readonly codes: readonly string[]
}

const NONE: Session = { workbooks: [], accounts: [] }
const USED = 'preview.usedCodes'
const LAST = 'preview.signedInAs'

/** The samples and demo accounts; none where the page is opened without a local site. */
export async function loadSession(): Promise<Session> {
  try {
    const answer = await fetch(new URL('session.json', location.href))
    if (!answer.ok) return NONE
    const left: Partial<Session> = await answer.json()
    return { ...NONE, ...left }
  } catch {
    return NONE
  }
}

/** The account whose id, or whose unit, is `name`. */
export const findAccount = ({ accounts }: Session, name: string | null): DemoAccount | undefined =>
  name === null ? undefined : (accounts.find(({ id }) => id === name) ?? accounts.find(({ reporter }) => reporter === name))

/**
 * A code for the pane to sign in with. None where the person of last time stays: then the pane still knows them. A code
 * works once: each is taken once in this browser, and by chance, since another browser takes from the same codes.
 */
export function takeCode(account: DemoAccount, again: boolean): string | undefined {
  const used: string[] = JSON.parse(localStorage.getItem(USED) ?? '[]')
  const known = localStorage.getItem(LAST) === account.id && account.codes.some((code) => used.includes(code))
  const fresh = account.codes.filter((code) => !used.includes(code))
  const code = known && !again ? undefined : fresh[Math.floor(Math.random() * fresh.length)]
  if (code) localStorage.setItem(USED, JSON.stringify([...used, code].slice(-500)))
  localStorage.setItem(LAST, account.id)
  return code
}
