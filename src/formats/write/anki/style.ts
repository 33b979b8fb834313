/**
 * How cards look in Anki: one column as wide as a phone, in the light and in the dark. Anki names the dark `nightMode` on the
 * desktop and on iOS, and `night_mode` on Android.
 */
export const CARD_STYLE = `.card {
  max-width: 36rem;
  margin: 0 auto;
  padding: 1rem;
  font-family: system-ui, -apple-system, "PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif;
  font-size: 1.25rem;
  line-height: 1.6;
  text-align: start;
  overflow-wrap: anywhere;
  color: #1f1d1a;
  background-color: #fbfaf7;
}
.card.nightMode, .card.night_mode, .nightMode .card, .night_mode .card {
  color: #ece8e1;
  background-color: #191816;
}
.asks, .glosses, .source, .reading { font-size: 0.8em; color: #6b645a; }
.nightMode .asks, .nightMode .glosses, .nightMode .source, .nightMode .reading,
.night_mode .asks, .night_mode .glosses, .night_mode .source, .night_mode .reading { color: #aaa297; }
.reading { font-size: 1em; }
.word { font-size: 2em; line-height: 1.3; margin: 0.3em 0; }
.meaning { font-weight: 600; }
.pair { margin: 0.5em 0; }
.pair b { font-weight: 600; color: #9c3a1c; }
.nightMode .pair b, .night_mode .pair b { color: #f2a283; }
.asked { font-size: 1.2em; }
.faint { opacity: 0.6; }
.gap { color: #9c3a1c; letter-spacing: 0.1em; }
.nightMode .gap, .night_mode .gap { color: #f2a283; }
.source { margin-top: 1em; font-size: 0.7em; }
hr { border: 0; border-top: 1px solid #d8d2c7; margin: 1em 0; }
.nightMode hr, .night_mode hr { border-top-color: #45413b; }
input[type="text"] { font-size: 1em; max-width: 100%; box-sizing: border-box; }
`
