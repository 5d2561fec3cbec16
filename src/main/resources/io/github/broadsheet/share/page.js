// The only script of a shared page. Tables get sorting and filtering, still pictures become live
// charts. Without it, or where one of its steps fails, the page reads as it is.
(() => {
  const text = cell => cell ? cell.textContent.trim() : '';
  const number = value => /^[+\-\u2212]?[\d,]*\.?\d+(e[+-]?\d+)?\s*%?$/i.test(value)
    ? parseFloat(value.replace(/,/g, '').replace('\u2212', '-')) : NaN;
  const missing = value => value === '' || value === '\u2013';

  function order(rows, column, down) {
    const values = new Map(rows.map(row => [row, text(row.cells[column])]));
    const numeric = rows.every(row => missing(values.get(row)) || !isNaN(number(values.get(row))));
    return [...rows].sort((left, right) => {
      const a = values.get(left), b = values.get(right);
      if (missing(a) || missing(b)) return missing(a) - missing(b);
      const ahead = numeric ? number(a) - number(b) : a.localeCompare(b, undefined, {numeric: true});
      return down ? -ahead : ahead;
    });
  }

  function sorting(head, body, rows, rest) {
    [...head.cells].forEach((cell, column) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'sort';
      button.title = 'Sort';
      button.append(...cell.childNodes);
      cell.append(button);
      button.addEventListener('click', () => {
        const down = cell.getAttribute('aria-sort') === 'ascending';
        for (const other of head.cells) other.removeAttribute('aria-sort');
        cell.setAttribute('aria-sort', down ? 'descending' : 'ascending');
        body.append(...order(rows, column, down), ...rest);
      });
    });
  }

  function filtering(table, rows) {
    const bar = document.createElement('div');
    bar.className = 'filter';
    const input = document.createElement('input');
    input.type = 'search';
    input.placeholder = 'Filter these rows';
    input.setAttribute('aria-label', 'Filter the rows of this table');
    const found = document.createElement('span');
    found.setAttribute('role', 'status');
    bar.append(input, found);
    const place = table.closest('.scroll') || table;
    place.before(bar);
    const haystack = rows.map(row => row.textContent.toLowerCase());
    input.addEventListener('input', () => {
      const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
      let count = 0;
      rows.forEach((row, i) => {
        row.hidden = !words.every(word => haystack[i].includes(word));
        if (!row.hidden) count++;
      });
      found.textContent = words.length ? count + ' of ' + rows.length + ' rows' : '';
    });
  }

  for (const table of document.querySelectorAll('.output table')) {
    const head = table.tHead && table.tHead.rows[0], body = table.tBodies[0];
    if (!head || !body) continue;
    const whole = row => row.cells.length === head.cells.length;
    const rows = [...body.rows].filter(whole), rest = [...body.rows].filter(row => !whole(row));
    if (rows.length > 1) sorting(head, body, rows, rest);
    if (rows.length > 9) filtering(table, rows);
  }

  async function plotly(packed) {
    const bytes = Uint8Array.from(atob(packed.textContent), c => c.charCodeAt(0));
    const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    const source = await new Response(unpacked).blob();
    const address = URL.createObjectURL(new Blob([source], {type: 'text/javascript'}));
    await new Promise((done, failed) => {
      const script = document.createElement('script');
      script.src = address;
      script.onload = done;
      script.onerror = failed;
      document.head.append(script);
    });
    URL.revokeObjectURL(address);
  }

  const ink = () => getComputedStyle(document.body).color;

  async function draw(chart) {
    const figure = JSON.parse(chart.querySelector('script').textContent);
    const still = chart.querySelector('.still'), live = chart.querySelector('.live');
    const layout = Object.assign({}, figure.layout, {autosize: true});
    delete layout.width;
    layout.height = Math.min(Math.max(layout.height || 440, 200), 1200);
    layout.font = Object.assign({}, layout.font);
    const own = !layout.font.color;
    if (own) layout.font.color = ink();
    for (const ground of ['paper_bgcolor', 'plot_bgcolor']) layout[ground] = layout[ground] || 'rgba(0,0,0,0)';
    live.style.height = layout.height + 'px';
    live.hidden = false;
    try {
      await Plotly.newPlot(live, figure.data, layout, {responsive: true, displaylogo: false});
      still.hidden = true;
      chart.classList.add('drawn');
      if (own) matchMedia('(prefers-color-scheme: dark)')
        .addEventListener('change', () => Plotly.relayout(live, {'font.color': ink()}));
    } catch (reason) {
      live.remove();
      console.warn('A chart stays a picture:', reason);
    }
  }

  async function charts() {
    const packed = document.querySelector('script.plotly');
    if (packed) {
      await plotly(packed);
      for (const chart of document.querySelectorAll('figure.chart.lively')) await draw(chart);
    }
  }

  charts()
    .catch(reason => console.warn('Charts stay pictures:', reason))
    .finally(() => { document.documentElement.dataset.ready = 'yes'; });
})();
