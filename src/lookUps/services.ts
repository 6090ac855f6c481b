import type { Subject } from './contract';

/** Addresses of the services, up to the id that is asked for. Tests give addresses of their own server. */
export type Services = Readonly<Record<Exclude<Subject['kind'], 'page'>, string>>;

export const SERVICES: Services = {
  // https://citation.crosscite.org/docs.html: it redirects to the agency that has registered the DOI.
  doi: 'https://doi.org/',
  // https://info.arxiv.org/help/api/user-manual.html
  arxiv: 'https://export.arxiv.org/api/query?max_results=1&id_list=',
  // https://openlibrary.org/dev/docs/api/books
  isbn: 'https://openlibrary.org/api/books?format=json&jscmd=data&bibkeys=ISBN:',
  // https://api.ncbi.nlm.nih.gov/lit/ctxp
  pubmed: 'https://api.ncbi.nlm.nih.gov/lit/ctxp/v1/pubmed/?format=csl&id=',
};

/** Returns the address at which a subject is looked up. */
export function addressOf({ kind, id }: Subject, services: Services = SERVICES): string {
  if (kind === 'page') return id;
  if (kind === 'doi') return services.doi + encodeURI(id).replace(/[?#]/g, encodeURIComponent);
  return services[kind] + encodeURIComponent(id);
}

/** Returns the host that is asked, with its port if that isn't the usual one. */
export function hostOf(subject: Subject, services: Services = SERVICES): string {
  return new URL(addressOf(subject, services)).host;
}
