import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { FAMILY, type Faces, type Pictured, svgOf } from './svg.ts';
import { openTypeface } from './typeface.ts';

/** The files that drawing takes: they come from elsewhere in workerd and in Node. */
export interface Supplies {
  wasm: WebAssembly.Module | ArrayBuffer;
  regular: ArrayBuffer;
  bold: ArrayBuffer;
}

/** Makes a PNG of a quote; null if `svgOf` makes no picture of it. */
export type Draw = (quote: Pictured) => Uint8Array | null;

/** Gets ready to draw. To be called once, since the WebAssembly module takes no second start. */
export async function prepare({ wasm, regular, bold }: Supplies): Promise<Draw> {
  await initWasm(wasm);
  const faces: Faces = { regular: openTypeface(regular), bold: openTypeface(bold) };
  const fontBuffers = [new Uint8Array(regular), new Uint8Array(bold)];
  return (quote) => {
    const svg = svgOf(quote, faces);
    return svg === null ? null : toPng(svg, fontBuffers);
  };
}

function toPng(svg: string, fontBuffers: Uint8Array[]): Uint8Array {
  const drawing = new Resvg(svg, { font: { fontBuffers, defaultFontFamily: FAMILY } });
  try {
    const image = drawing.render();
    try {
      return image.asPng();
    } finally {
      image.free();
    }
  } finally {
    drawing.free();
  }
}
