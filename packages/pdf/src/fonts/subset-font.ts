import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Sfnt } from './sfnt.ts'

/** HarfBuzz, compiled; the names are its C functions. */
interface HarfBuzz {
  readonly memory: { readonly buffer: ArrayBuffer }
  _initialize(): void
  malloc(size: number): number
  free(pointer: number): void
  hb_blob_create(data: number, length: number, mode: number, user: number, destroy: number): number
  hb_blob_destroy(blob: number): void
  hb_blob_get_data(blob: number, length: number): number
  hb_blob_get_length(blob: number): number
  hb_face_create(blob: number, index: number): number
  hb_face_destroy(face: number): void
  hb_face_reference_blob(face: number): number
  hb_set_add(set: number, value: number): void
  hb_subset_input_create_or_fail(): number
  hb_subset_input_destroy(input: number): void
  hb_subset_input_set(input: number, which: number): number
  hb_subset_input_set_flags(input: number, flags: number): void
  hb_subset_input_unicode_set(input: number): number
  hb_subset_or_fail(face: number, input: number): number
}

/** Node has it; the types we compile with are those of the language alone. */
declare const WebAssembly: {
  instantiate(
    code: Uint8Array,
    imports: object,
  ): Promise<{ readonly instance: { readonly exports: object } }>
}

const memoryModeWritable = 2
const setsLayoutFeatures = 6
const flagNoHinting = 1
const flagKeepNotdef = 0x40

/** Beside HarfBuzz' usual features: those that squeeze punctuation. */
const punctuationFeatures = ['halt', 'chws', 'palt']

let loading: Promise<HarfBuzz> | undefined

/**
 * The font with only these characters. Done before printing, for what Chromium embeds of a whole font has radicals
 * instead of characters in its text (U+2F00 for 一 in other readers than Chromium's own) and costs more time.
 */
export async function subsetFont(
  font: Sfnt,
  characters: readonly number[],
): Promise<Buffer | undefined> {
  loading ??= loadHarfBuzz()
  const harfBuzz = await loading
  const data = readFileSync(font.file)
  const pointer = harfBuzz.malloc(data.length)
  if (pointer === 0) return undefined
  new Uint8Array(harfBuzz.memory.buffer).set(data, pointer)
  const blob = harfBuzz.hb_blob_create(pointer, data.length, memoryModeWritable, 0, 0)
  const face = harfBuzz.hb_face_create(blob, font.index)
  const input = harfBuzz.hb_subset_input_create_or_fail()
  try {
    configure(harfBuzz, input, characters)
    const result = harfBuzz.hb_subset_or_fail(face, input)
    return result === 0 ? undefined : bytesOf(harfBuzz, result)
  } finally {
    harfBuzz.hb_subset_input_destroy(input)
    harfBuzz.hb_face_destroy(face)
    harfBuzz.hb_blob_destroy(blob)
    harfBuzz.free(pointer)
  }
}

function configure(harfBuzz: HarfBuzz, input: number, characters: readonly number[]): void {
  harfBuzz.hb_subset_input_set_flags(input, flagNoHinting | flagKeepNotdef)
  const features = harfBuzz.hb_subset_input_set(input, setsLayoutFeatures)
  for (const tag of punctuationFeatures)
    harfBuzz.hb_set_add(features, Buffer.from(tag, 'latin1').readUInt32BE())
  const wanted = harfBuzz.hb_subset_input_unicode_set(input)
  for (const character of characters) harfBuzz.hb_set_add(wanted, character)
}

function bytesOf(harfBuzz: HarfBuzz, face: number): Buffer | undefined {
  const blob = harfBuzz.hb_face_reference_blob(face)
  const length = harfBuzz.hb_blob_get_length(blob)
  const start = harfBuzz.hb_blob_get_data(blob, 0)
  const bytes = Buffer.from(harfBuzz.memory.buffer.slice(start, start + length))
  harfBuzz.hb_blob_destroy(blob)
  harfBuzz.hb_face_destroy(face)
  return length === 0 ? undefined : bytes
}

async function loadHarfBuzz(): Promise<HarfBuzz> {
  const file = fileURLToPath(import.meta.resolve('harfbuzzjs/dist/harfbuzz-subset.wasm'))
  const { instance } = await WebAssembly.instantiate(readFileSync(file), {})
  // The border to untyped code: the module's exports are what its C header declares.
  const harfBuzz = instance.exports as HarfBuzz
  harfBuzz._initialize()
  return harfBuzz
}
