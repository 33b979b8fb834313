import { defineAsyncComponent } from 'vue'

/** The line about what to read next: there when it is offered, so not on the start path. */
export const LazyNextText = defineAsyncComponent(() => import('./NextText.vue'))
