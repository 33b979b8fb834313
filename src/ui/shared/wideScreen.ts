import { onBeforeUnmount, ref, type Ref } from 'vue'

/** Whether there is room for a panel beside the text. */
export function useWideScreen(): Readonly<Ref<boolean>> {
  const query = globalThis.matchMedia('(min-width: 1000px)')
  const isWide = ref(query.matches)
  const follow = () => {
    isWide.value = query.matches
  }
  query.addEventListener('change', follow)
  onBeforeUnmount(() => query.removeEventListener('change', follow))
  return isWide
}
