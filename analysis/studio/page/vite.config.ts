// Three files come out: index.html, page.js and page.css. The studio serves them as they are;
// cxsim report lays them, with the results, into one file.
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [svelte()],
  base: "./",
  // By number: a bare machine may not know the name localhost.
  server: { host: "127.0.0.1" },
  build: {
    target: "es2022",
    cssCodeSplit: false,
    modulePreload: false,
    rollupOptions: {
      output: {
        inlineDynamicImports: true,
        entryFileNames: "page.js",
        assetFileNames: "page.[ext]",
      },
    },
  },
  test: { include: ["src/**/*.test.ts"], css: true },
});
