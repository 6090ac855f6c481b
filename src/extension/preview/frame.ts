import * as vscode from 'vscode';
import { nameOf } from '../uris';
import { resourceRootsOf } from './content';
import { previewPage } from './page';
import type { WebImages } from './webImages';

/** The panel around the content of a preview: its title, its page, and the permissions of the page. */
export interface Frame {
  /** Says in the title which brief is shown. */
  name(brief: vscode.Uri, locked: boolean): void;
  /** Lets the page load files beside its brief, and from the folders of its style sheets. */
  allow(brief: vscode.Uri, styles: readonly vscode.Uri[]): void;
  /** Loads the page again. Only then is it settled whether the page may load images from the web. */
  load(brief: vscode.Uri): void;
  /** True if the loaded page may load images from the web. */
  readonly loadsWebImages: boolean;
}

export function createFrame(panel: vscode.WebviewPanel, extensionUri: vscode.Uri, webImages: WebImages): Frame {
  const { webview } = panel;
  const media = vscode.Uri.joinPath(extensionUri, 'dist', 'webview');
  const address = (name: string) => webview.asWebviewUri(vscode.Uri.joinPath(media, name)).toString();
  let loadsWebImages = false;
  panel.iconPath = {
    light: vscode.Uri.joinPath(extensionUri, 'media', 'file-light.svg'),
    dark: vscode.Uri.joinPath(extensionUri, 'media', 'file-dark.svg'),
  };
  return {
    name: (brief, locked) => {
      const name = nameOf(brief);
      panel.title = locked ? vscode.l10n.t('[Preview] {0}', name) : vscode.l10n.t('Preview {0}', name);
    },
    allow: (brief, styles) => {
      webview.options = {
        enableScripts: true,
        enableCommandUris: false,
        enableForms: false,
        localResourceRoots: resourceRootsOf(brief, media, styles),
      };
    },
    load: (brief) => {
      loadsWebImages = webImages.loads(brief);
      webview.html = previewPage({
        cspSource: webview.cspSource,
        script: address('preview.js'),
        style: address('preview-style.css'),
        webImages: loadsWebImages,
      });
    },
    get loadsWebImages() {
      return loadsWebImages;
    },
  };
}
