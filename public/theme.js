// Before the first paint: the theme the learner chose last, which the settings on the disk confirm a moment later.
;(() => {
  let chosen = null
  try {
    chosen = localStorage.getItem('duizhao-theme')
  } catch {
    // A browser that keeps nothing: the theme of the device, then.
  }
  const dark =
    chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
})()
