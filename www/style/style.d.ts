// esbuild imports a style sheet into scripts as its text.
declare module "*.css" {
  const text: string;
  export default text;
}
