/** As much of `navigator.storage` as is used; absent in old browsers and on insecure pages. */
export interface RoomTeller {
  readonly estimate?: () => Promise<StorageEstimate>
}

const browserRoom = (): RoomTeller | undefined =>
  typeof navigator === 'undefined' ? undefined : navigator.storage

/** With less than this the next import or copy may be refused. */
const LOW_BYTES = 50_000_000
const LOW_SHARE = 0.05

/** Whether there is little room left for this origin: under 50 MB, or under a twentieth of it. False where nobody can say. */
export async function isRoomLow(room: RoomTeller | undefined = browserRoom()): Promise<boolean> {
  const told = await room?.estimate?.().catch(() => null)
  if (told?.quota === undefined || told.usage === undefined) return false
  const free = told.quota - told.usage
  return free < LOW_BYTES || free < LOW_SHARE * told.quota
}
