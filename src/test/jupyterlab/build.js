// Bundles JupyterLab's own extensions into build/, with their settings schemas and the two themes.
const fs = require('fs');
const path = require('path');
const { rspack } = require('@rspack/core');
const svgToDataUri = require('mini-svg-data-uri');

const out = path.resolve('build');
fs.mkdirSync(out, { recursive: true });

const extensions = Object.keys(require('./package.json').dependencies).filter(name => name.startsWith('@jupyterlab/'));
let styles = '';
for (const name of extensions) {
  const root = path.join('node_modules', name);
  const manifest = JSON.parse(fs.readFileSync(path.join(root, 'package.json')));
  const schemas = manifest.jupyterlab && manifest.jupyterlab.schemaDir;
  if (schemas) {
    const target = path.join(out, 'schemas', name);
    fs.cpSync(path.join(root, schemas), target, { recursive: true });
    fs.copyFileSync(path.join(root, 'package.json'), path.join(target, 'package.json.orig'));
  }
  const style = manifest.styleModule || manifest.style;
  if (style) styles += `import '${name}/${style}';\n`;
}
fs.writeFileSync(path.join(out, 'style.js'), styles);

const app = {
  entry: './index.js',
  output: { path: out, filename: 'bundle.js', chunkFilename: '[name].[contenthash:8].js' },
  mode: 'development',
  devtool: false,
  cache: false,
  module: {
    rules: [
      { test: /\.css$/, oneOf: [{ test: /\.raw\.css$/, type: 'asset/source' }, { use: ['style-loader', 'css-loader'] }] },
      { test: /\.html$/, type: 'asset/resource' },
      { test: /\.md$/, type: 'asset/source' },
      { test: /\.(jpg|png|gif|woff2?|ttf|eot)(\?.*)?$/, type: 'asset/resource' },
      { test: /\.svg(\?.*)?$/, issuer: /\.css$/, type: 'asset/inline', generator: { dataUrl: content => svgToDataUri(content.toString()) } },
      { test: /\.svg(\?.*)?$/, issuer: /\.js$/, type: 'asset/source' },
      { test: /\.m?js$/, resolve: { fullySpecified: false } },
    ],
  },
  resolve: { fallback: { url: false, buffer: false, crypto: false, path: require.resolve('path-browserify') } },
  plugins: [new rspack.DefinePlugin({ process: { cwd: () => '/', env: {} }, 'process.env': '({})' })],
};

const theme = name => ({
  entry: { index: path.resolve('node_modules/@jupyterlab', name, 'style/theme.css') },
  output: { path: path.join(out, 'themes/@jupyterlab', name) },
  mode: 'production',
  devtool: false,
  plugins: [new rspack.CssExtractRspackPlugin({ filename: 'index.css' })],
  module: {
    rules: [
      { test: /\.css$/, use: [rspack.CssExtractRspackPlugin.loader, 'css-loader'] },
      { test: /\.(svg|png|gif|woff2?|ttf|eot)$/, type: 'asset/inline' },
    ],
  },
});

rspack([app, theme('theme-light-extension'), theme('theme-dark-extension')], (failure, stats) => {
  if (failure) throw failure;
  if (stats.hasErrors()) console.error(stats.toString({ all: false, errors: true }));
  process.exit(stats.hasErrors() ? 1 : 0);
});
