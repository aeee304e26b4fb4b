/** The day in China (UTC+8, no summer time) of an ISO time; a plain date stays what it is. */
export const chinaDay = (at: string): string => (at.length <= 10 ? at : new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10))
