/** Where the page's parts come from, as the webview that shows it may load them. */
export interface PageParts {
  /** The origins that stand for our own files in the policy. */
  readonly cspSource: string;
  readonly script: string;
  readonly style: string;
  /** Whether it may load images from the web: those of any site, over https. */
  readonly webImages?: boolean;
}

/**
 * The empty page of a preview. It loads our style and our script and nothing else; the script asks for the content.
 * Images come from the folders that the panel allows, and no request leaves the machine unless the user wants the images
 * from the web.
 */
export function previewPage({ cspSource, script, style, webImages = false }: PageParts): string {
  const nonce = freshNonce();
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${cspSource}`,
    // Charts become pictures in the page before they are copied: a drawing is data on that way.
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
<main id="brief"></main>
<script nonce="${nonce}" src="${attribute(script)}"></script>
</body>
</html>
`;
}

/** 128 random bits, in hexadecimal digits. */
function freshNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Content for the page itself that says a plain text in place of a brief. */
export function notice(text: string): string {
  return `<p class="notice">${attribute(text)}</p>`;
}

function attribute(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
