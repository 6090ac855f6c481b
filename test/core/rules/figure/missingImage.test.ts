import assert from 'node:assert/strict';
import { parseBrief, parseChanged } from '../../../../src/core/brief/parseBrief';
import { imagesOf } from '../../../../src/core/checking';
import { checkBrief } from '../../../../src/core/rules';

const CODE = 'figure/missing-image';
const NOT_THERE = 'There is no such file.';

/** The messages of the rule with what they underline, where all images but those of a list are missing. */
function missingIn(text: string, there: readonly string[] = []) {
  const images = imagesOf(parseBrief(text)).map(({ value: path }) =>
    there.includes(path) ? { path } : { path, unreadable: NOT_THERE },
  );
  return checkBrief(parseBrief(text, { images }))
    .filter(({ rule }) => rule === CODE)
    .map(({ span, message }) => [text.slice(span.start, span.end), message]);
}

const HEAD = '---\ntitle: T\n---\n\n';

describe(CODE, () => {
  it('reports an image of the text whose file is not there', () => {
    assert.deepEqual(missingIn(`${HEAD}![Ore](ore.png)\n\n> - And ![tin](<img/tin ore.SVG> "Tin").\n`), [
      ['ore.png', `"ore.png" was not read. ${NOT_THERE}`],
      ['img/tin ore.SVG', `"img/tin ore.SVG" was not read. ${NOT_THERE}`],
    ]);
    assert.deepEqual(missingIn(`${HEAD}![Ore](ore.png) and ![tin](tin.png)\n`, ['ore.png']), [
      ['tin.png', `"tin.png" was not read. ${NOT_THERE}`],
    ]);
  });

  it('is silent about an image from the root of a site, which other programs show', () =>
    assert.deepEqual(missingIn(`${HEAD}![tin](/logos/tin.png)\n`), []));

  it('informs about an image outside of the workspace, and is silent about one in a folder above', () => {
    const images = [{ path: '../ore.png' }, { path: '../../tin.png', unreadable: NOT_THERE, isOutside: true as const }];
    const text = `${HEAD}![Ore](../ore.png) and ![tin](../../tin.png)\n`;
    assert.deepEqual(
      checkBrief(parseBrief(text, { images }))
        .filter(({ rule }) => rule === CODE)
        .map(({ severity, message }) => [severity, message]),
      [['information', `"../../tin.png" was not read. ${NOT_THERE}`]],
    );
  });

  it('reports an image of HTML, in a line and in a block', () => {
    const text = `${HEAD}A <img src="a.png"> b.\n\n<p>\n<img width=3 src='img/b c.png'>\n</p>\n\n- x\n\n  <img src=d.png>\n`;
    assert.deepEqual(missingIn(text), [
      ['a.png', `"a.png" was not read. ${NOT_THERE}`],
      ['img/b c.png', `"img/b c.png" was not read. ${NOT_THERE}`],
      ['d.png', `"d.png" was not read. ${NOT_THERE}`],
    ]);
    for (const html of [
      '<img src="https://a.example/b.png">',
      '<img src="data:image/png;base64,AA">',
      '<img hidden src="a.png">',
      '`<img src="a.png">`',
      '<!-- <img src="a.png"> -->',
      '<img alt="a.png">',
      '<script src="a.png"></script>',
    ])
      assert.deepEqual(
        imagesOf(
          parseBrief(
            `${HEAD}${html}\n\n<div>${html.replaceAll('`', '')}</div>\n`.replace(/<div><img src="a.png">.*/, ''),
          ),
        ),
        [],
        html,
      );
  });

  it('reports the image of a figure, in the front matter and in the text', () => {
    const text = `---
title: T
figures:
  - { id: map, image: "maps/ore.webp", alt: A map, own: true }
---

\`\`\`figure
id: photo
image: photo.jpg
alt: A photo
own: true
\`\`\`

@fig:map
`;
    assert.deepEqual(missingIn(text), [
      ['maps/ore.webp', `"maps/ore.webp" was not read. ${NOT_THERE}`],
      ['photo.jpg', `"photo.jpg" was not read. ${NOT_THERE}`],
    ]);
    assert.deepEqual(missingIn(text, ['maps/ore.webp', 'photo.jpg']), []);
  });

  it('looks for the file that a path means', () => {
    for (const [written, path] of [
      ['ore%20map.png', 'ore map.png'],
      ['ore\\_map.png', 'ore_map.png'],
      ['ore.png?raw=true', 'ore.png'],
      ['ore.svg#part', 'ore.svg'],
      ['100%.png', '100%.png'],
      ['矿石.png', '矿石.png'],
    ] as const) {
      const brief = parseBrief(`${HEAD}![Ore](${written})\n`);
      assert.deepEqual(
        imagesOf(brief).map(({ value, span }) => [value, brief.text.slice(span.start, span.end)]),
        [[path, written]],
      );
    }
  });

  it('is silent about the web, and where nothing was looked for', () => {
    for (const target of [
      'https://example.org/a.png',
      'HTTP://example.org/a.png',
      '//example.org/a.png',
      'data:image/png;base64,AAAA',
      'cid:part.png',
      '#a.png',
    ])
      assert.deepEqual(imagesOf(parseBrief(`${HEAD}![Ore](${target})\n`)), [], target);
    for (const text of ['`![Ore](ore.png)`', '```\n![Ore](ore.png)\n```', '<!-- ![Ore](ore.png) -->', '[Ore](ore.png)'])
      assert.deepEqual(imagesOf(parseBrief(`${HEAD}${text}\n`)), [], text);
    assert.deepEqual(
      checkBrief(parseBrief(`${HEAD}![Ore](ore.png)\n`)).filter(({ rule }) => rule === CODE),
      [],
    );
  });

  it('is turned off by a comment, and by its setting', () => {
    assert.deepEqual(missingIn(`${HEAD}<!-- brief-disable-next-line ${CODE} -->\n![Ore](ore.png)\n`), []);
    assert.deepEqual(missingIn(`---\ntitle: T\nrules:\n  ${CODE}: off\n---\n\n![Ore](ore.png)\n`), []);
  });

  it('says the same after an edit as of a fresh reading', () => {
    const text = `${HEAD}One.\n\n![Ore](ore.png)\n\nTwo.\n`;
    const images = [{ path: 'ore.png', unreadable: NOT_THERE }];
    const previous = parseBrief(text, { images });
    checkBrief(previous);
    for (const next of [
      text.replace('One.', 'One more.'),
      text.replace('ore.png', 'tin.png'),
      text.replace(/!.*\n/, ''),
    ])
      assert.deepEqual(
        checkBrief(parseChanged(previous, next, { images })).map(({ rule, span }) => [rule, span]),
        checkBrief(parseBrief(next, { images })).map(({ rule, span }) => [rule, span]),
      );
  });
});
