(function () {
  'use strict';
  var root = document.documentElement;
  var dark = matchMedia('(prefers-color-scheme: dark)');
  var data = JSON.parse(document.getElementById('charts').textContent);
  var drawn = [];

  function isDark() {
    return root.dataset.theme ? root.dataset.theme === 'dark' : dark.matches;
  }

  function color(name) {
    return getComputedStyle(root).getPropertyValue('--' + name).trim();
  }

  function palette() {
    return [1, 2, 3, 4, 5, 6, 7, 8].map(function (i) { return color('c' + i); });
  }

  function base() {
    return {
      animation: false,
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: color('soft') },
      tooltip: {
        backgroundColor: color('sheet'), borderColor: color('line'),
        textStyle: { color: color('ink'), fontSize: 12 }, confine: true
      }
    };
  }

  function text(s) {
    var d = document.createElement('span');
    d.textContent = s;
    return d.innerHTML;
  }

  function stack(c, narrow) {
    var o = base();
    var many = c.bars.length > 1;
    o.color = palette();
    if (many) o.legend = {
      bottom: 0, left: 0, itemWidth: 10, itemHeight: 10, icon: 'rect',
      textStyle: { color: color('soft'), fontSize: 12 }
    };
    o.grid = { left: many ? (narrow ? 88 : 120) : 0, right: many ? 4 : 0, top: many ? 6 : 2, bottom: many ? (narrow ? 34 + 20 * Math.ceil(c.series.length / 3) : 34) : 2 };
    o.xAxis = { type: 'value', max: 100, show: false };
    o.yAxis = {
      type: 'category', data: c.bars, inverse: true, axisLine: { show: false }, axisTick: { show: false },
      axisLabel: { show: many, color: color('ink'), width: narrow ? 84 : 114, overflow: 'truncate' }
    };
    o.tooltip.formatter = function (p) {
      return text(p.seriesName) + '<br><b>' + text(p.data.text) + '</b> ' + p.value.toFixed(1) + '\u00a0%';
    };
    o.series = c.series.map(function (s) {
      return {
        name: s.name, type: 'bar', stack: 'all', barWidth: many ? 22 : 34,
        itemStyle: { borderColor: color('sheet'), borderWidth: 1 },
        label: {
          show: true, color: '#fff', fontSize: 12, formatter: function (p) {
            return p.value >= (narrow ? 14 : 7) ? p.value.toFixed(0) + '\u00a0%' : '';
          }
        },
        data: s.points
      };
    });
    return o;
  }

  function bars(c, narrow, width) {
    var o = base();
    o.grid = { left: narrow ? 128 : 170, right: 76, top: 26, bottom: 6 };
    var plot = width - o.grid.left - o.grid.right;
    o.xAxis = { type: 'value', min: 0, max: 100, show: false };
    o.yAxis = {
      type: 'category', inverse: true, data: c.points.map(function (p) { return p.name; }),
      axisLine: { show: false }, axisTick: { show: false },
      axisLabel: { color: color('ink'), width: narrow ? 120 : 162, overflow: 'truncate' }
    };
    o.tooltip.formatter = function (p) {
      return text('without a limit on ' + p.name) + '<br><b>' + text(p.data.text) + '</b>';
    };
    o.series = [{
      type: 'bar', barWidth: 14, showBackground: true, backgroundStyle: { color: color('line') },
      label: { show: true, distance: 8, formatter: function (p) { return p.data.text; } },
      data: c.points.map(function (p) {
        // a label that its bar cannot hold stands behind it
        var inside = p.value / 100 * plot > 7 * p.text.length + 16;
        return { value: p.value, text: p.text,
          label: { position: inside ? 'insideLeft' : 'right', color: inside ? '#fff' : color('ink') },
          itemStyle: { color: color(p.binds ? 'c2' : 'c1') } };
      }),
      markLine: {
        silent: true, symbol: 'none', lineStyle: { color: color('ink'), type: 'solid', width: 1.5 },
        label: { formatter: 'now ' + c.now, color: color('ink'), position: 'start' },
        data: [{ xAxis: 100 }]
      }
    }];
    return o;
  }

  function draw(figure) {
    var c = data[figure.dataset.chart];
    if (!c || !window.echarts) return;
    var narrow = figure.clientWidth < 560;
    if (!figure.dataset.height) figure.dataset.height = parseFloat(figure.style.height);
    // the words beneath take a line for every three
    var more = narrow && c.kind === 'stack' && c.bars.length > 1 ? 20 * Math.ceil(c.series.length / 3) : 0;
    figure.style.height = +figure.dataset.height + more + 'px';
    var chart = window.echarts.init(figure, null, { renderer: 'svg' });
    chart.setOption(c.kind === 'stack' ? stack(c, narrow) : bars(c, narrow, figure.clientWidth));
    drawn.push(chart);
  }

  function drawAll() {
    drawn.forEach(function (c) { c.dispose(); });
    drawn = [];
    document.querySelectorAll('[data-chart]').forEach(draw);
  }

  var button = document.querySelector('button.theme');
  function label() { button.textContent = isDark() ? 'Light' : 'Dark'; }
  button.hidden = false;
  label();
  button.addEventListener('click', function () {
    root.dataset.theme = isDark() ? 'light' : 'dark';
    try { localStorage.setItem('infra-theme', root.dataset.theme); } catch (e) { /* not kept then */ }
    label();
    drawAll();
  });
  dark.addEventListener('change', function () { label(); drawAll(); });

  var width = innerWidth;
  addEventListener('resize', function () {
    if (innerWidth === width) return;
    width = innerWidth;
    drawAll();
  });
  function open() {
    var target = document.getElementById(location.hash.slice(1));
    for (var e = target; e; e = e.parentElement) if (e.tagName === 'DETAILS') e.open = true;
    if (target) target.scrollIntoView();
  }
  addEventListener('hashchange', open);
  var kept;
  addEventListener('beforeprint', function () {
    kept = root.dataset.theme || '';
    root.dataset.theme = 'light';
    drawAll();
  });
  addEventListener('afterprint', function () {
    if (kept) root.dataset.theme = kept; else delete root.dataset.theme;
    drawAll();
  });
  drawAll();
  if (location.hash) open();
})();
