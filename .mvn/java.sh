# SPDX-License-Identifier: EPL-2.0
# Read by mvnw and infra: `find_java LEVEL TOOL` sets JAVA_HOME to a Java of that level or newer
# which has the tool (javac, java). It looks at JAVA_HOME, the PATH, then the usual folders.

# The feature version of a Java home, 0 if there is none. The file `release` spares starting a JVM.
java_level() {
  level=$(sed -n 's/^JAVA_VERSION="\{0,1\}\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null | head -n 1)
  if [ -z "$level" ] && [ -x "$1/bin/java" ]; then
    level=$("$1/bin/java" -XshowSettings:properties -version 2>&1 |
      sed -n 's/^ *java.specification.version = \([0-9]*\).*/\1/p')
  fi
  echo "${level:-0}"
}

suits() { [ -x "$1/bin/$3" ] && [ "$(java_level "$1")" -ge "$2" ]; }

find_java() {
  if [ -n "${JAVA_HOME:-}" ] && suits "$JAVA_HOME" "$1" "$2"; then
    export JAVA_HOME
    return 0
  fi
  on_path=$(command -v java || true)
  if [ -n "$on_path" ]; then
    on_path=$(readlink -f "$on_path" 2>/dev/null || echo "$on_path")
    on_path=$(dirname "$(dirname "$on_path")")
  fi
  for home in ${on_path:+"$on_path"} /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.asdf/installs/java/* "$HOME"/.jdks/*; do
    if suits "$home" "$1" "$2"; then
      JAVA_HOME=$home
      export JAVA_HOME
      return 0
    fi
  done
  return 1
}
