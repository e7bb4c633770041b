const { rm } = require('node:fs/promises');
const { src, dest, series } = require('gulp');

// What n8n reads beside the compiled code: icons, codex files and output schemas.
const copied = ['icons/*.svg', 'nodes/**/*.json'];

const clean = () => rm('dist', { recursive: true, force: true });
const assets = () => src(copied, { base: '.', encoding: false }).pipe(dest('dist'));

module.exports = { clean, assets, default: series(clean, assets) };
