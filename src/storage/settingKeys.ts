/** Where this device keeps with whom it syncs; absent while it does not. */
export const SYNC_KEY = 'sync'

/** Keys this device keeps for itself: they are in no backup and are sent nowhere. */
export const DEVICE_KEYS: ReadonlySet<string> = new Set([
  'device',
  'clock',
  'ahead',
  'futureLeft',
  'hlc',
  'highWater',
  'backup',
  'persist',
  'optimiser',
  'copyFolder',
  'reach',
  'places',
  'libraryOrder',
  'readerLook',
  SYNC_KEY,
  'syncState',
])
