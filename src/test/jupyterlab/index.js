// Starts JupyterLab with all its own extensions; window.jupyterapp is what the tests drive.
import { PageConfig } from '@jupyterlab/coreutils';
__webpack_public_path__ = PageConfig.getOption('fullStaticUrl') + '/';

const extensions = [
  () => import('@jupyterlab/application-extension'),
  () => import('@jupyterlab/apputils-extension'),
  () => import('@jupyterlab/cell-toolbar-extension'),
  () => import('@jupyterlab/codemirror-extension'),
  () => import('@jupyterlab/completer-extension'),
  () => import('@jupyterlab/console-extension'),
  () => import('@jupyterlab/csvviewer-extension'),
  () => import('@jupyterlab/docmanager-extension'),
  () => import('@jupyterlab/documentsearch-extension'),
  () => import('@jupyterlab/filebrowser-extension'),
  () => import('@jupyterlab/fileeditor-extension'),
  () => import('@jupyterlab/htmlviewer-extension'),
  () => import('@jupyterlab/imageviewer-extension'),
  () => import('@jupyterlab/inspector-extension'),
  () => import('@jupyterlab/launcher-extension'),
  () => import('@jupyterlab/mainmenu-extension'),
  () => import('@jupyterlab/markdownviewer-extension'),
  () => import('@jupyterlab/markedparser-extension'),
  () => import('@jupyterlab/mathjax-extension'),
  () => import('@jupyterlab/metadataform-extension'),
  () => import('@jupyterlab/notebook-extension'),
  () => import('@jupyterlab/rendermime-extension'),
  () => import('@jupyterlab/running-extension'),
  () => import('@jupyterlab/services-extension'),
  () => import('@jupyterlab/settingeditor-extension'),
  () => import('@jupyterlab/shortcuts-extension'),
  () => import('@jupyterlab/statusbar-extension'),
  () => import('@jupyterlab/theme-dark-extension'),
  () => import('@jupyterlab/theme-light-extension'),
  () => import('@jupyterlab/toc-extension'),
  () => import('@jupyterlab/tooltip-extension'),
  () => import('@jupyterlab/translation-extension'),
  () => import('@jupyterlab/ui-components-extension'),
];
const mimeRenderers = [() => import('@jupyterlab/json-extension'), () => import('@jupyterlab/javascript-extension')];

window.addEventListener('load', async () => {
  await import('./build/style.js');
  const { JupyterLab } = await import('@jupyterlab/application');
  const { PluginRegistry } = await import('@lumino/coreutils');
  const { IServiceManager, IConnectionStatus } = await import('@jupyterlab/services');

  const modules = await Promise.all(extensions.map(load => load()));
  // Language-server plugins need a server that is not there.
  const plugins = modules.flatMap(module => [module.default].flat()).filter(plugin => !plugin.id.includes(':language-server'));
  const pluginRegistry = new PluginRegistry();
  pluginRegistry.registerPlugins(plugins);
  window.jupyterapp = new JupyterLab({
    pluginRegistry,
    serviceManager: await pluginRegistry.resolveRequiredService(IServiceManager),
    connectionStatus: await pluginRegistry.resolveOptionalService(IConnectionStatus),
    mimeExtensions: await Promise.all(mimeRenderers.map(load => load())),
    availablePlugins: [],
  });
  await window.jupyterapp.start();
  await window.jupyterapp.restored;
});
