// esbuild hands a style sheet to scripts as its text.
declare module "*.css" {
  const text: string;
  export default text;
}
