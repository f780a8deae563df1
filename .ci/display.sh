# SPDX-License-Identifier: EPL-2.0
# Read by .ci/run: `display_ready` tells whether a workbench can open its windows here. What is
# missing is named with its Debian package, and installed where this is root in CI.

display_missing() {
  command -v xvfb-run >/dev/null && command -v Xvfb >/dev/null || echo xvfb
  command -v xauth >/dev/null || echo xauth
  ldconfig -p | grep -q 'libgtk-3\.so\.0 ' || echo libgtk-3-0
}

display_ready() {
  missing=$(display_missing | tr '\n' ' ')
  if [ -n "$missing" ] && [ "$(id -u)" -eq 0 ] && [ "${CI:-}" = true ]; then
    # shellcheck disable=SC2086 # several words on purpose
    { apt-get -q update && apt-get -q install -y --no-install-recommends $missing; } >&2 || true
    missing=$(display_missing | tr '\n' ' ')
  fi
  [ -z "$missing" ] && return 0
  echo "== no Eclipse: its tests open windows; missing are the Debian packages ${missing% }" >&2
  return 1
}
