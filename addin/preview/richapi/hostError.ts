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

/** What was asked for by name or id is not there. */
export const itemNotFound = (): HostError => new HostError('ItemNotFound', "The requested resource doesn't exist.", 404)

/** The name is taken. */
export const itemExists = (): HostError =>
  new HostError('ItemAlreadyExists', 'A resource with the same name or identifier already exists.', 409)

/** An argument is missing, or not what the method takes. */
export const invalidArgument = (): HostError =>
  new HostError('InvalidArgument', 'The argument is invalid or missing or has an incorrect format.')

/** A list of values has another shape than the range: the mistake that Excel's own message is most often about. */
export const wrongSize = (): HostError =>
  new HostError('InvalidArgument', "The number of rows or columns in the input array doesn't match the size or dimensions of the range.")

/** The object cannot do that as it is now. */
export const invalidOperation = (): HostError =>
  new HostError('InvalidOperation', 'This operation is not permitted for the current object.')

/** The sheet is protected. */
export const accessDenied = (): HostError => new HostError('AccessDenied', 'You cannot perform the requested operation.', 403)

/** A chart sheet, where cells are asked for. */
export const unsupportedSheet = (): HostError =>
  new HostError('UnsupportedSheet', "The sheet type doesn't support this operation, since it's a Macro or Chart sheet.")

/** What this host does not know: answered so, listed, never guessed. */
export const apiNotFound = (what: string): HostError => new HostError('ApiNotFound', `This stand-in for Excel does not know ${what}.`, 404)

/** A chart or a shape is selected where cells are asked for. */
export const invalidSelection = (): HostError => new HostError('InvalidSelection', 'The current selection is invalid for this operation.')
