/** Charts as pictures of dots: most mail programs leave drawings out. */

/** Dots for each pixel, so that a picture stays sharp on paper and on fine screens. */
const DENSITY = 2;
/** Properties that a chart takes from the style of the page. A drawing by itself must bring them along. */
const LOOKS = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-opacity',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'opacity',
  'font-family',
  'font-size',
  'font-style',
  'font-weight',
  'text-anchor',
  'visibility',
] as const;

/** The width of a mail, in pixels. */
const WIDEST = 640;

/**
 * Replaces each drawing by a picture, and lets no picture be wider than a mail.
 *
 * @param root an element in the page, so that its style counts. Words replace a drawing that can't be made a picture
 */
export async function drawPictures(root: Element): Promise<void> {
  const images = [...root.querySelectorAll('img')];
  for (const drawing of root.querySelectorAll<SVGSVGElement>('.chart svg')) {
    const { width, height } = drawing.viewBox.baseVal;
    const address = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(byItself(drawing)))}`;
    const words = drawing.getAttribute('aria-label') ?? '';
    drawing.replaceWith(await orWords(pictureOf(address, words, { width, height }), words));
  }
  for (const image of images) {
    const [address, words] = [image.src, image.alt];
    const isDrawing = address.startsWith('data:image/svg');
    image.replaceWith(await orWords(isDrawing ? pictureOf(address, words) : fitted(image), words));
  }
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function orWords(picture: Promise<HTMLImageElement>, words: string): Promise<HTMLImageElement | string> {
  return picture.catch(() => words);
}

/** @param size in pixels; without it, the drawing's own size */
async function pictureOf(address: string, words: string, size?: Size): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = address;
  await image.decode();
  const { width, height } = size ?? within({ width: image.naturalWidth, height: image.naturalHeight });
  const canvas = document.createElement('canvas');
  canvas.width = width * DENSITY;
  canvas.height = height * DENSITY;
  const context = canvas.getContext('2d');
  if (!context || canvas.width === 0 || canvas.height === 0) throw new Error('There is nothing to draw.');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const picture = new Image(width, height);
  picture.src = canvas.toDataURL('image/png');
  picture.alt = words;
  return picture;
}

async function fitted(image: HTMLImageElement): Promise<HTMLImageElement> {
  await image.decode();
  const { width, height } = within({ width: image.naturalWidth, height: image.naturalHeight });
  const picture = new Image(width, height);
  picture.src = image.src;
  picture.alt = image.alt;
  return picture;
}

function within({ width, height }: Size): Size {
  const share = Math.min(1, WIDEST / width);
  return { width: Math.round(width * share), height: Math.round(height * share) };
}

/** A copy that looks the same without the page. */
function byItself(drawing: SVGSVGElement): Node {
  const copy = drawing.cloneNode(true);
  if (!(copy instanceof SVGSVGElement)) return copy;
  const parts = copy.querySelectorAll('*');
  for (const [index, part] of [...drawing.querySelectorAll('*')].entries()) {
    const style = getComputedStyle(part);
    for (const name of LOOKS) parts[index]?.setAttribute(name, style.getPropertyValue(name));
  }
  return copy;
}
