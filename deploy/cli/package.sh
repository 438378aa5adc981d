#!/usr/bin/env bash
# Makes what a release of the command line consists of, of a built module cli (`mvn -pl cli -am package`):
#   package.sh archive VERSION FOLDER           FOLDER/fluxj_VERSION_SYSTEM_ARCHITECTURE.tar.gz for this machine: launcher, jars, Java runtime
#   package.sh checksums VERSION FOLDER         FOLDER/fluxj_VERSION_checksums.txt of all archives there, and version.txt
#   package.sh formula VERSION FOLDER           FOLDER/fluxj.rb, the Homebrew formula, by those checksums
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
modules=java.se,jdk.crypto.ec,jdk.unsupported,jdk.zipfs,jdk.httpserver,jdk.management

fail() { printf '✗ %s\n' "$*" >&2; exit 1; }

digest() {
  if command -v sha256sum >/dev/null; then sha256sum "$1" | cut -d ' ' -f 1; else shasum -a 256 "$1" | cut -d ' ' -f 1; fi
}

platform() {
  local system machine
  system=$(uname -s | tr '[:upper:]' '[:lower:]')
  machine=$(uname -m)
  case $machine in
  x86_64) machine=amd64 ;;
  aarch64) machine=arm64 ;;
  esac
  echo "${system}_$machine"
}

archive() { # version folder
  local name work jars
  name=fluxj_$1_$(platform)
  jars=("$root"/cli/target/fluxj-cli-*.jar)
  [ -e "${jars[0]}" ] && [ -d "$root/cli/target/lib" ] || fail "cli is not built: mvn -pl cli -am package"
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  mkdir -p "$work/$name/bin" "$work/$name/lib"
  cp "${jars[@]}" "$root"/cli/target/lib/*.jar "$work/$name/lib/"
  install -m 0755 "$here/launcher" "$work/$name/bin/fluxj"
  cp "$root/LICENSE" "$work/$name/"
  "${JAVA_HOME:?names a JDK 25}/bin/jlink" --add-modules "$modules" --strip-debug --no-header-files --no-man-pages --compress zip-6 \
    --output "$work/$name/runtime"
  mkdir -p "$2"
  tar -C "$work" -czf "$2/$name.tar.gz" "$name"
  echo "$2/$name.tar.gz"
}

checksums() { # version folder
  local file
  for file in "$2"/fluxj_"$1"_*.tar.gz; do
    printf '%s  %s\n' "$(digest "$file")" "$(basename "$file")"
  done >"$2/fluxj_$1_checksums.txt"
  echo "$1" >"$2/version.txt"
}

formula() { # version folder
  local text platform sum
  text=$(sed "s/@VERSION@/$1/g" "$here/fluxj.rb")
  for platform in darwin_arm64 darwin_amd64 linux_arm64 linux_amd64; do
    sum=$(awk -v name="fluxj_$1_$platform.tar.gz" '$2 == name {print $1}' "$2/fluxj_$1_checksums.txt")
    [ -n "$sum" ] || fail "there is no checksum of $platform"
    text=${text//@SHA256_$platform@/$sum}
  done
  printf '%s\n' "$text" >"$2/fluxj.rb"
}

[ $# = 3 ] || fail "package.sh archive|checksums|formula VERSION FOLDER"
case $1 in
archive | checksums | formula) "$1" "$2" "$3" ;;
*) fail "package.sh archive|checksums|formula VERSION FOLDER" ;;
esac
