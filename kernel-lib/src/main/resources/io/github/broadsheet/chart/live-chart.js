// Turns one still picture into a live chart when plotly.js is on the page, now or later.
// Without it, or when drawing fails, the picture stays.
(function (id) {
  function draw(Plotly) {
    document.querySelectorAll('[id="' + id + '"]').forEach(function (box) {
      if (box.dataset.live) return;
      box.dataset.live = 'yes';
      var figure = JSON.parse(box.querySelector('script[type="application/json"]').textContent);
      var picture = box.querySelector('img, table');
      var layout = figure.layout, font = layout.font = layout.font || {};
      if (!font.color) font.color = getComputedStyle(box).color;
      var live = document.createElement('div');
      live.style.height = (layout.height || 440) + 'px';
      box.appendChild(live);
      var config = Object.assign({responsive: true, displaylogo: false}, figure.config);
      Plotly.newPlot(live, figure.data, layout, config).then(
        function () { picture.style.display = 'none'; },
        function () { live.remove(); });
    });
  }
  var known = window.Plotly && parseInt(window.Plotly.version, 10) >= 2 ? Promise.resolve(window.Plotly) : null;
  var library = window.__broadsheetPlotly || known;
  if (library) library.then(draw, function () {});
  else window.addEventListener('broadsheet-plotly', function (ready) { draw(ready.detail); }, {once: true});
})
