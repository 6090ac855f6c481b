/** Charts as pictures of dots: most mail programs leave drawings out. */

/** Dots for each pixel, so that a picture stays sharp on paper and on fine screens. */
const DENSITY = 2;
/** What a chart takes from the style of the page, and a drawing by itself must bring along. */
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

/**
 * Puts a picture in the place of each drawing.
 *
 * @param root in the page, so that its style counts; its words stand for a drawing that could not be made a picture
 */
export async function drawPictures(root: Element): Promise<void> {
  for (const drawing of root.querySelectorAll<SVGSVGElement>('.chart svg')) {
    const words = drawing.getAttribute('aria-label') ?? '';
    const picture = await pictureOf(drawing).catch(() => null);
    if (picture) picture.alt = words;
    drawing.replaceWith(picture ?? words);
  }
}

async function pictureOf(drawing: SVGSVGElement): Promise<HTMLImageElement | null> {
  const { width, height } = drawing.viewBox.baseVal;
  const canvas = document.createElement('canvas');
  canvas.width = width * DENSITY;
  canvas.height = height * DENSITY;
  const context = canvas.getContext('2d');
  if (!context || width === 0 || height === 0) return null;
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(byItself(drawing)))}`;
  await image.decode();
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const picture = document.createElement('img');
  picture.src = canvas.toDataURL('image/png');
  picture.width = width;
  picture.height = height;
  return picture;
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
