/** Pictures of a document: what kind and how large they are, and how Word gets them. */
import { type IImageOptions, ImageRun } from 'docx';
import { type Drawing, readDrawing } from './svg';

/**
 * A frame with a cross, for programs that show no SVG (before Word 2016). A library that turns SVG into pixels would be larger
 * than all the rest of the product.
 */
const PLACEHOLDER = base64(
  'iVBORw0KGgoAAAANSUhEUgAAAKoAAABGAQMAAABmPp04AAAABlBMVEX29va+vr6bimHqAAABFklEQVR42pWVOw7DIBBEx3JB51wA5RwpIsVHokxpKX3OxFGcG6RMlxibzwI7RZBc+BkvzLI74KsNjw/6YTyeCrYzHkuP3YzFdXRcNmw7PGHDYxfFBYy1oYPfse1i7Ng0+HLgoY4SXgMOn6VERDzVEhPelhZjTRiukpjx1MSIWAp1BYsox4yIrZRYsMlR7hLndMW9JnyN+IQKm5ImiZPQtcZxWvop4wlyoxkfUdYW70JzEgo+x6fBYabrMd4YvYKtSLvARhy1wHh5Fd/wD9aDkCXJBnU5RDxJlZ5Ycgzk0PQjJgVByocUm16apJBJ2etNQlqKNKDerqS5iRXoxkFshpgSsTDd8Ig9EjPVrZcYNbF1cgnoV8YP2xKSm946UzcAAAAASUVORK5CYII=',
);

type Kind = 'png' | 'jpg' | 'gif';

interface Bitmap {
  readonly kind: Kind;
  readonly width: number;
  readonly height: number;
}

export interface Place {
  /** The largest width of a picture, in pixels. */
  readonly most: number;
  /** The wanted width, in pixels, if there is room for it; null or missing: the picture's own width. */
  readonly wide?: number | null;
  /** The alternative text, for readers who don't see the picture. */
  readonly words: string;
}

/** Makes a picture from a file; null if Word can't show it. */
export function pictureOf(bytes: Uint8Array, place: Place): ImageRun | null {
  const bitmap = bitmapOf(bytes);
  if (bitmap) return imageRun({ type: bitmap.kind, data: bytes }, bitmap, place);
  const drawing = readDrawing(new TextDecoder().decode(bytes));
  return drawing && drawingRun(drawing, place);
}

export function drawingRun(drawing: Drawing, place: Place): ImageRun {
  const data = new TextEncoder().encode(drawing.svg);
  return imageRun({ type: 'svg', data, fallback: { type: 'png', data: PLACEHOLDER } }, drawing, place);
}

type Data = IImageOptions extends infer Options
  ? Options extends { type: unknown }
    ? Omit<Options, 'transformation'>
    : never
  : never;

function imageRun(
  data: Data,
  size: { readonly width: number; readonly height: number },
  { most, wide = null, words }: Place,
): ImageRun {
  const scale = Math.min(wide === null ? 1 : wide / size.width, most / size.width, TALLEST / size.height);
  const transformation = {
    width: Math.max(1, Math.round(size.width * scale)),
    height: Math.max(1, Math.round(size.height * scale)),
  };
  return new ImageRun({ ...data, transformation, altText: { name: '', description: words } });
}

/** The largest height of a picture, in pixels: more doesn't fit on a page. */
const TALLEST = 800;

/** The kind and size of a bitmap, read from its first bytes. */
export function bitmapOf(bytes: Uint8Array): Bitmap | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = pngSize(view) ?? gifSize(view) ?? jpegSize(view);
  return found && found.width > 0 && found.height > 0 ? found : null;
}

function pngSize(view: DataView): Bitmap | null {
  if (view.byteLength < 24 || view.getUint32(0) !== 0x89504e47) return null;
  return { kind: 'png', width: view.getUint32(16), height: view.getUint32(20) };
}

function gifSize(view: DataView): Bitmap | null {
  if (view.byteLength < 10 || view.getUint32(0) !== 0x47494638) return null;
  return { kind: 'gif', width: view.getUint16(6, true), height: view.getUint16(8, true) };
}

/** Reads the size of a JPEG. It stands in the frame, after segments that each give their length. */
function jpegSize(view: DataView): Bitmap | null {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return null;
  for (let at = 2; at + 9 < view.byteLength; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint16(at);
    if (marker >> 8 !== 0xff) return null;
    const isFrame = marker >= 0xffc0 && marker <= 0xffcf && marker !== 0xffc4 && marker !== 0xffc8 && marker !== 0xffcc;
    if (isFrame) return { kind: 'jpg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
  }
  return null;
}

function base64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
