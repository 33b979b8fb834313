declare module 'virtual:traditional-words' {
  const words: { readonly messages: object; readonly said: Readonly<Record<string, string>> }
  export default words
}
