// What a client can do, and be; a module of ours, so that its names are kept when it is loaded late.
export { CloseAction, ErrorAction, State } from 'vscode-languageclient';
