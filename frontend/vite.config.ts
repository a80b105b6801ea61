import { defineConfig } from 'vite';

// The output is committed, so names are fixed and a change of one island shows as a change of one file.
export default defineConfig({
  base: './',
  publicDir: false,
  build: {
    outDir: '../src/main/resources/static/islands',
    emptyOutDir: true,
    target: 'es2022',
    // light-dark() and nesting stay as written.
    cssTarget: ['chrome125', 'firefox128', 'safari17.5'],
    minify: true,
    sourcemap: false,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
    license: { fileName: 'LICENSES.txt' },
    rollupOptions: {
      input: { page: 'src/page.ts' },
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: '[name].js',
        assetFileNames: '[name][extname]',
        codeSplitting: { groups: [{ name: 'common', test: /node_modules/, minShareCount: 2 }] },
      },
    },
  },
});
