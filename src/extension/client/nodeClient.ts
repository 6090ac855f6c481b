// What runs a server in a process of its own; a module of ours, so that its names are kept when it is loaded late.
export { LanguageClient, TransportKind } from 'vscode-languageclient/node';
