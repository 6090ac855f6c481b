import { doiUrl, safeUrl } from '../../base/safeUrl';
import { say } from '../../base/say';
import { isStylePath } from '../../base/styleNames';
import type { Span } from '../../base/text';
import { meantAddress } from '../../base/urls';
import { linkTargetsOf } from '../../brief/queries/targets';
import type { Brief, Field } from '../../brief/types';

/** A place that leads out of the brief. */
export interface DocumentLink {
  readonly span: Span;
  /** An address of the web or of mail; or a path below the brief's own folder, as the path of a URL. */
  readonly target: { readonly url: string } | { readonly path: string };
  /** Text for people that names the target. */
  readonly tooltip: string;
}

/**
 * The addresses, DOIs and paths of a brief, in document order: of its front matter, its sources, its figures and its
 * body. Each passes the gate of the preview; refused addresses are not links. No file is looked for.
 */
export function documentLinks(brief: Brief): readonly DocumentLink[] {
  const links = new Map<number, DocumentLink>();
  const add = (
    field: Field | undefined,
    linkOf: (written: string) => DocumentLink['target'] | null,
    tooltip: (target: string) => string,
  ) => {
    const target = field && !links.has(field.span.start) ? linkOf(field.value) : null;
    if (!field || !target) return;
    const { span } = field;
    links.set(span.start, { span, target, tooltip: tooltip('url' in target ? target.url : field.value) });
  };
  const { frontMatter } = brief;
  const open = (target: string) => say('Open: {0}', target);
  add(frontMatter?.url, webTarget, open);
  for (const path of frontMatter?.bibliography ?? [])
    add(path, pathTarget, (file) => say('Open the bibliography: {0}', file));
  if (frontMatter?.style && isStylePath(frontMatter.style.value))
    add(frontMatter.style, pathTarget, (file) => say('Open the style: {0}', file));
  for (const { declarations } of brief.sources) {
    for (const { uri, url, doi, textPath, declaredIn } of declarations) {
      if (uri !== undefined) continue;
      add(url, declaredIn === 'front-matter' ? webTarget : meant(webTarget), open);
      add(doi, doiTarget, open);
      add(textPath, pathTarget, (file) => say('Open the local copy: {0}', file));
    }
  }
  for (const { content } of brief.figures) {
    if (content?.kind === 'image') add(content.path, pathTarget, (file) => say('Open the image: {0}', file));
    if (content?.kind === 'data' && 'path' in content.data)
      add(content.data.path, pathTarget, (file) => say('Open the data: {0}', file));
  }
  for (const { url } of brief.citations) add(url, meant(webTarget), open);
  for (const { target } of linkTargetsOf(brief)) add(target, meant(anyTarget), open);
  return [...links.values()].sort((a, b) => a.span.start - b.span.start);
}

function webTarget(written: string): DocumentLink['target'] | null {
  const target = anyTarget(written);
  return target && 'url' in target ? target : null;
}

function doiTarget(written: string): DocumentLink['target'] | null {
  const url = doiUrl(written);
  return url === null ? null : { url };
}

/** Encodes the path of a file as front matter writes it, where a percent sign stands for itself. */
function pathTarget(written: string): DocumentLink['target'] | null {
  // Half of a surrogate pair cannot be in an address.
  if (/[\\\p{Cs}]/u.test(written)) return null;
  const encoded = safeUrl(written.split('/').map(encodeURIComponent).join('/'));
  return encoded === null || encoded.startsWith('#') || /^[a-z][a-z0-9+.-]*:/i.test(encoded) ? null : { path: encoded };
}

/** Applies a target function to an address as Markdown writes it, after resolving Markdown's escapes. */
function meant<T>(targetOf: (written: string) => T): (written: string) => T {
  return (written) => targetOf(meantAddress(written));
}

/** The target of a link: an address, which may lack its scheme as in `www.example.org` and `a@example.org`, or a path. */
function anyTarget(written: string): DocumentLink['target'] | null {
  if (/^doi:/i.test(written)) return doiTarget(written);
  const mail = /^[^\s/:@]+@[^\s/:@]+$/.test(written);
  const url = safeUrl(mail ? `mailto:${written}` : /^www\./i.test(written) ? `http://${written}` : written);
  if (url === null || url.startsWith('#')) return null;
  return /^[a-z][a-z0-9+.-]*:/i.test(url) ? { url } : { path: url };
}
