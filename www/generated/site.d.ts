/** Whether the script is part of a site with frames and code to paste. esbuild puts the value in its place. */
declare const IN_SITE: boolean;
