declare module '*.wasm' {
  const module: WebAssembly.Module;
  export default module;
}
declare module '*.ttf' {
  const bytes: ArrayBuffer;
  export default bytes;
}
/** As much of it as is used; the types that are published for it bring a browser's along. */
declare module 'opentype.js' {
  interface Font {
    unitsPerEm: number;
    charToGlyph(character: string): { advanceWidth?: number };
    /** 0 where it has no sign for it. */
    charToGlyphIndex(character: string): number;
  }
  const opentype: { parse(bytes: ArrayBuffer): Font };
  export default opentype;
}
