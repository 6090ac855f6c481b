/** Random HTML of authors, with the Markdown around it. */
import fc from 'fast-check';

const NAMES =
  'div p span b i a ul ol li dl dt dd table caption thead tbody tfoot tr td th details summary blockquote pre code h1 h3 sub ruby rt center font section script iframe x'.split(
    ' ',
  );
const SEAMS = [
  ...[
    '\n\n',
    '\n',
    ' ',
    '- ',
    '\n\n- ',
    '> ',
    '\n\n> ',
    '| a | ',
    ' |\n| - | - |\n| ',
    '**',
    '`',
    '[x](https://a.example)',
  ],
  ...[
    '<br>',
    '<hr>',
    '<img src="a.png">',
    '<img src=https://b.example/c.png>',
    '<!-- c -->',
    '<',
    '>',
    '&lt;',
    '[1]',
    '<wbr/>',
  ],
  ...[
    '## h\n\n',
    'words ',
    '12 % ',
    'https://c.example/d ',
    '<a href="#x">',
    '<a href="javascript:a()">',
    '<span hidden>',
  ],
];
const ATTRIBUTES = [
  '',
  '',
  '',
  ' align="center"',
  ' class=a',
  ' onclick=b()',
  ' hidden',
  ' style="display:none"',
  ' colspan=2',
];

const tag = fc
  .tuple(fc.constantFrom(...NAMES), fc.boolean(), fc.constantFrom(...ATTRIBUTES))
  .map(([name, isClosing, attributes]) => (isClosing ? `</${name}>` : `<${name}${attributes}>`));

/** Texts of so many tags and what else may stand there. */
export const tagSoup: fc.Arbitrary<string> = fc
  .array(fc.oneof({ weight: 3, arbitrary: tag }, { weight: 2, arbitrary: fc.constantFrom(...SEAMS) }), {
    maxLength: 24,
  })
  .map((parts) => parts.join(''));
