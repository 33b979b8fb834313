import { defineAsyncComponent } from 'vue'
import { painted } from '../painted.ts'

/** Answers given by hand: there once the first card has been drawn, which they must not hold up. */
export const LaterHands = defineAsyncComponent(async () => {
  await painted()
  return await import('./HandsLayer.vue')
})
