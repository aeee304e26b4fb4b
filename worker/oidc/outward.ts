/** The one way out of the worker: asks an address of the city's identity provider. */
export type Outward = (address: string, init: RequestInit) => Promise<Response>
