/**
 * Run in a page as it is: finds texts that are too pale, and lines of controls, by the colours that the browser comes to,
 * which are mixed and half transparent.
 *
 * @param {string} within a selector of what is looked at; of a drawing that is in view, if it is one
 * @returns {string[]} what is too pale, with its contrast
 */
export function paleTexts(within) {
  const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 });
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return ['no canvas'];

  /** @param {readonly string[]} layers from the bottom to the top */
  const paint = (layers) => {
    context.clearRect(0, 0, 1, 1);
    for (const layer of layers) {
      context.fillStyle = layer;
      context.fillRect(0, 0, 1, 1);
    }
    return [...context.getImageData(0, 0, 1, 1).data.slice(0, 3)];
  };
  /** @param {readonly number[]} rgb */
  const luminance = (rgb) => {
    const [r = 0, g = 0, b = 0] = rgb.map((value) => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  /** @param {readonly string[]} ground @param {string} ink */
  const contrast = (ground, ink, opacity = 1) => {
    const below = paint(ground);
    const above = paint([...ground, ink]).map((value, i) => value * opacity + (below[i] ?? 0) * (1 - opacity));
    const [a, b] = [luminance(below), luminance(above)];
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  };
  /** @param {Element} element */
  const opacityOf = (element) => {
    let opacity = 1;
    for (let at = /** @type {Element | null} */ (element); at; at = at.parentElement)
      opacity *= Number(getComputedStyle(at).opacity);
    return opacity;
  };
  // A page in VS Code that has no colour lets that of the editor through.
  const base = getComputedStyle(document.documentElement).getPropertyValue('--vscode-editor-background') || '#fff';
  /** @param {Element} element */
  const groundOf = (element) => {
    /** @type {string[]} */
    const layers = [];
    for (let at = /** @type {Element | null} */ (element); at; at = at.parentElement) {
      layers.unshift(getComputedStyle(at).backgroundColor);
    }
    return [base, ...layers, ...shapesBelow(element)];
  };
  /** The colours of what is drawn below a text of a drawing. @param {Element} element */
  const shapesBelow = (element) => {
    if (!(element instanceof SVGTextContentElement)) return [];
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const stack = document.elementsFromPoint((left + right) / 2, (top + bottom) / 2);
    return stack
      .filter((shape) => shape instanceof SVGGeometryElement && getComputedStyle(shape).fill !== 'none')
      .map((shape) => getComputedStyle(shape).fill)
      .reverse();
  };
  /** @param {Element} element @param {string} text */
  const nameOf = (element, text) => `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} "${text}"`;

  /** @type {Map<string, string>} */
  const pale = new Map();
  const root = document.querySelector(within);
  if (!root) return [`no ${within}`];
  const isDrawing = root instanceof SVGElement;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    const text = (node.textContent ?? '').trim();
    // What is drawn in a page is looked at by its palette. What cannot be used may be pale.
    if (!element || text === '' || element.closest(`${isDrawing ? '' : 'svg, '}script, style, .hidden, :disabled`))
      continue;
    if (!element.checkVisibility()) continue;
    const style = getComputedStyle(element);
    const ink = element instanceof SVGElement ? style.fill : style.color;
    const size = Number.parseFloat(style.fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    const found = contrast(groundOf(element), ink, opacityOf(element));
    if (found >= (isLarge ? 3 : 4.5)) continue;
    const name = nameOf(element, text.slice(0, 20));
    pale.set(element.className || element.tagName, `${name} has ${found.toFixed(2)} (${ink})`);
  }

  // The palette of charts: each colour on the page, and the text on each. VS Code's own window has none.
  const page = groundOf(document.body);
  if (getComputedStyle(document.body).getPropertyValue('--chart-1') === '') return [...pale.values()];
  const probe = document.createElement('i');
  document.body.append(probe);
  /** @param {string} name */
  const colourOf = (name) => {
    probe.style.color = `var(${name})`;
    return getComputedStyle(probe).color;
  };
  for (let i = 1; i <= 8; i++) {
    const colour = colourOf(`--chart-${i}`);
    const onPage = contrast(page, colour);
    const onColour = contrast([...page, colour], colourOf(`--chart-on-${i}`));
    if (onPage < 3) pale.set(`chart-${i}`, `--chart-${i} has ${onPage.toFixed(2)} on the page`);
    if (onColour < 4.5) pale.set(`chart-on-${i}`, `--chart-on-${i} has ${onColour.toFixed(2)} on its colour`);
  }
  for (const [name, least] of /** @type {const} */ ([
    ['--chart-ink', 4.5],
    ['--chart-muted', 4.5],
    ['--focus', 3],
  ])) {
    const found = contrast(page, colourOf(name));
    if (found < least) pale.set(name, `${name} has ${found.toFixed(2)}`);
  }
  // What tells a control or a verdict from what is around it.
  for (const [selector, property] of /** @type {const} */ ([
    ['.tool', 'borderTopColor'],
    ['.uncited::before', 'backgroundColor'],
    ['.meter-value', 'fill'],
    ['.meter-bad', 'fill'],
    ['.tag', 'borderTopColor'],
    ['.chip[data-verdict="notFound"]', 'borderTopColor'],
    ['.chip[data-verdict="uncheckable"]', 'borderTopColor'],
    ['.doubt', 'textDecorationColor'],
  ])) {
    const [base = '', pseudo] = selector.split('::');
    const element = document.querySelector(base);
    if (!element) continue;
    const colour = getComputedStyle(element, pseudo && `::${pseudo}`)[property];
    const found = contrast(groundOf(element.parentElement ?? element), colour);
    if (found < 3) pale.set(selector, `${selector} has ${found.toFixed(2)} (${colour})`);
  }
  probe.remove();
  return [...pale.values()];
}
