/** The words of how a voice is added, in English; `words.zh.ts` has the same keys. */
const en = {
  addVoice: {
    language: { zh: 'Chinese', en: 'English' },
    android:
      'On Android: Settings › search for “text-to-speech” › the gear › Install voice data › {language}. Then open Duizhao again.',
    ios: 'On iPhone and iPad: Settings › Accessibility › Spoken Content › Voices › {language}. Then open Duizhao again.',
    windows:
      'On Windows: Settings › Time & language › Speech › Manage voices › Add voices › {language}. Then restart the browser.',
    mac: 'On a Mac: System Settings › Accessibility › Spoken Content › System voice › Manage Voices › {language}. Then restart the browser.',
    linux:
      'On Linux: install a voice for Speech Dispatcher that speaks {language}, such as eSpeak NG. Then restart the browser.',
  },
}

export default en
