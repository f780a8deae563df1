(function () {
  var root = document.documentElement;
  root.classList.add('js');
  try {
    var kept = localStorage.getItem('infra-theme');
    if (kept) root.dataset.theme = kept;
  } catch (e) { /* a file may not be allowed to keep anything */ }
})();
