/** What a PDF says of itself. */
import { type DocumentSource, trustedSource } from '../formats/trusted';

/**
 * @param info of the document's dictionary
 * @param xmp a property of its XMP metadata by its name, `dc:title`
 * @param text of its pages
 */
export function sourceOf(info: object, xmp: (name: string) => unknown, text: string): DocumentSource {
  const said = new Map(Object.entries(info));
  return trustedSource(
    {
      title: [xmp('dc:title'), said.get('Title')],
      authors: [xmp('dc:creator'), said.get('Author')],
      publisher: [xmp('dc:publisher')],
      // `CreationDate` and `ModDate` are those of the file.
      published: [xmp('prism:publicationdate'), xmp('prism:coverdate')],
      doi: [xmp('prism:doi'), xmp('pdfx:doi'), xmp('crossmark:doi')],
      language: [said.get('Language')],
    },
    text,
  );
}
