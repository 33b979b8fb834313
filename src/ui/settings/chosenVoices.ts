/** Voices that are remembered, of all devices together. */
const MOST = 20

/** The voice that speaks here: the latest chosen that this device has; '' when none was chosen. */
export const chosenVoice = (chosen: readonly string[], here: readonly string[]): string =>
  chosen.find((name) => here.includes(name)) ?? ''

/**
 * The voices chosen once another speaks here: those of other devices and languages stay as they are.
 *
 * @param here names of one language's voices on this device
 * @param name '' for the one the device would take
 */
export const withVoice = (
  chosen: readonly string[],
  here: readonly string[],
  name: string,
): readonly string[] =>
  [name, ...chosen.filter((one) => !here.includes(one))].filter((one) => one !== '').slice(0, MOST)
