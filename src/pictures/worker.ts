/// <reference path="./files.d.ts" />
import regular from '@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf';
import bold from '@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf';
import wasm from '@resvg/resvg-wasm/index_bg.wasm';
import * as v from 'valibot';
import { type Draw, prepare } from './draw.ts';
import { Pictured } from './svg.ts';

let ready: Promise<Draw> | null = null;

async function readQuote(request: Request): Promise<Pictured | null> {
  try {
    const read = v.safeParse(Pictured, await request.json());
    return read.success ? read.output : null;
  } catch {
    return null;
  }
}

/**
 * Pictures in a Worker of their own, since what draws them weighs four times the main one. `POST` with a public quote as
 * JSON is answered with a PNG; 422 where none can be made of it, 400 where it is no quote. It has no address: only the
 * main Worker reaches it, by the service binding PICTURES.
 */
export default {
  async fetch(request: Request): Promise<Response> {
    if (request.method !== 'POST') return new Response('POST a quote', { status: 405 });
    const quote = await readQuote(request);
    if (quote === null) return new Response('That is no quote', { status: 400 });
    ready ??= prepare({ wasm, regular, bold });
    const draw = await ready;
    const png = draw(quote);
    if (png === null) return new Response('No picture can be made of it', { status: 422 });
    return new Response(png, { headers: { 'Content-Type': 'image/png' } });
  },
};
