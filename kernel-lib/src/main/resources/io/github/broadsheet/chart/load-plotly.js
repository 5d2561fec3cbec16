// Unpacks the plotly.js that stands before this script, once a page, and tells the charts.
// It is run with module, exports, define and require of its own, so that neither require.js
// nor another Plotly on the page is touched.
(function () {
  if (window.__broadsheetPlotly || !window.DecompressionStream) return;
  var carriers = document.querySelectorAll('script.broadsheet-plotly');
  if (!carriers.length) return;
  var packed = Uint8Array.from(atob(carriers[carriers.length - 1].textContent.trim()), function (c) { return c.charCodeAt(0); });
  var unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  window.__broadsheetPlotly = new Response(unpacked).text().then(function (source) {
    var module = {exports: {}};
    new Function('module', 'exports', 'define', 'require', source)(module, module.exports);
    window.dispatchEvent(new CustomEvent('broadsheet-plotly', {detail: module.exports}));
    return module.exports;
  });
  window.__broadsheetPlotly.catch(function () { delete window.__broadsheetPlotly; });
})()
