import type { Printing, ReportFormat } from './reportFormat';

/** Loads what writes a format. */
export async function formatOf({ format, shown, failing, summary, colors }: Printing): Promise<ReportFormat> {
  switch (format) {
    case 'json':
      return (await import('./jsonReport')).jsonFormat();
    case 'sarif':
      return (await import('./sarifReport')).sarifFormat();
    case 'github':
      return (await import('./githubReport')).githubFormat(shown);
    case 'junit':
      return (await import('./junitReport')).junitFormat(failing, shown);
    case 'pretty':
      return (await import('./prettyReport')).prettyFormat(shown, summary, colors);
  }
}
