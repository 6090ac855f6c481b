/** The addresses of the page's parts, as its webview may load them. */
export interface PageParts {
  /** The origins of our own files, for the policy. */
  readonly cspSource: string;
  readonly script: string;
  readonly style: string;
  /** Lets the page load images from the web, of any site over https. */
  readonly webImages?: boolean;
}

/**
 * Returns the empty page of a preview, which is busy until it has content. It loads our style and our script and nothing else; the
 * script asks for the content.
 * Images come from the folders that the panel allows. No request leaves the machine unless the user wants images from the web.
 */
export function previewPage({ cspSource, script, style, webImages = false }: PageParts): string {
  const nonce = freshNonce();
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${cspSource}`,
    // Charts become pictures in the page before they are copied. A drawing is a `data:` address on the way.
    `img-src ${cspSource} data:${webImages ? ' https:' : ''}`,
    `font-src ${cspSource}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${attribute(policy)}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${attribute(style)}">
</head>
<body>
<main id="brief" aria-busy="true"></main>
<script nonce="${nonce}" src="${attribute(script)}"></script>
</body>
</html>
`;
}

/** Returns 128 random bits, in hexadecimal digits. */
function freshNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Returns content for the page that shows a plain text instead of a brief. */
export function notice(text: string): string {
  return `<p class="notice">${attribute(text)}</p>`;
}

function attribute(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
