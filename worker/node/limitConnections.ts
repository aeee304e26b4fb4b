import type { Server } from 'node:net'

/** Of one address: an office behind one has dozens of people with six connections each. */
const USUAL = 500

/** Ends a connection at once that its address has too many of; a proxy of ours, which is one address, is not to be counted so. */
export function limitConnections(server: Server, most: number = USUAL): void {
  const open = new Map<string, number>()
  server.on('connection', (socket) => {
    const address = socket.remoteAddress ?? ''
    const now = (open.get(address) ?? 0) + 1
    if (now > most) {
      socket.destroy()
      return
    }
    open.set(address, now)
    socket.once('close', () => {
      const left = (open.get(address) ?? 1) - 1
      if (left > 0) open.set(address, left)
      else open.delete(address)
    })
  })
}
