/** Files that the build takes in as texts. */
declare module '*.brief' {
  const text: string;
  export default text;
}
declare module '*.yaml' {
  const text: string;
  export default text;
}
