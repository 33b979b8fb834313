import { expect, it } from 'vitest'
import { platformOf } from '../../../src/ui/speech/platform.ts'

it.each([
  ['android', 'Mozilla/5.0 (Linux; Android 16; Pixel 9) AppleWebKit/537.36 Chrome/156.0', 5],
  ['ios', 'Mozilla/5.0 (iPhone; CPU iPhone OS 26_1 like Mac OS X) AppleWebKit/605.1.15', 5],
  ['ios', 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15', 5],
  ['mac', 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15', 0],
  ['windows', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/156.0', 10],
  ['linux', 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0', 0],
  [null, 'Mozilla/5.0 (KaiOS)', 1],
] as const)('%s is told by “%s” with %i fingers', (platform, userAgent, fingers) => {
  expect(platformOf(userAgent, fingers)).toBe(platform)
})
