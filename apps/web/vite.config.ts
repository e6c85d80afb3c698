import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const api = `http://localhost:${process.env.PORT ?? '3000'}`;

export default defineConfig({
  plugins: [react()],
  build: { manifest: true }, // tools/bundle-size.ts reads it
  server: { proxy: { '/api': api, '/dev': api } },
});
