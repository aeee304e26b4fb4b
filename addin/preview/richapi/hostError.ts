/** An error as Excel answers it: `code` is Office.js's own. */
export class HostError extends Error {
  readonly code: string
  readonly status: number

  constructor(code: string, message: string, status = 400) {
    super(message)
    this.code = code
    this.status = status
  }
}

export const itemNotFound = (): HostError => new HostError('ItemNotFound', "The requested resource doesn't exist.", 404)

export const itemExists = (): HostError =>
  new HostError('ItemAlreadyExists', 'A resource with the same name or identifier already exists.', 409)

export const invalidArgument = (): HostError =>
  new HostError('InvalidArgument', 'The argument is invalid or missing or has an incorrect format.')

export const wrongSize = (): HostError =>
  new HostError('InvalidArgument', "The number of rows or columns in the input array doesn't match the size or dimensions of the range.")

export const invalidOperation = (): HostError =>
  new HostError('InvalidOperation', 'This operation is not permitted for the current object.')

export const accessDenied = (): HostError => new HostError('AccessDenied', 'You cannot perform the requested operation.', 403)

/** What this host does not know: answered so, listed, never guessed. */
export const apiNotFound = (what: string): HostError => new HostError('ApiNotFound', `This stand-in for Excel does not know ${what}.`, 404)
