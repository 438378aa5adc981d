#!/usr/bin/env bash
# Installs the command line fluxj, as root for everybody and otherwise for whoever runs it:
#   curl -sSfL https://github.com/fluxj/fluxj/releases/latest/download/install.sh | bash
#   curl -sSfL https://github.com/fluxj/fluxj/releases/latest/download/install.sh | sudo bash
# FLUXJ_VERSION   which version; by default the newest
# FLUXJ_PREFIX    where to: PREFIX/lib/fluxj and PREFIX/bin/fluxj; by default /usr/local for root, ~/.local otherwise
# FLUXJ_RELEASES  where releases are downloaded from
set -euo pipefail

say() { printf '%s\n' "$*" >&2; }
fail() { say "✗ $*"; exit 1; }

releases=${FLUXJ_RELEASES:-https://github.com/fluxj/fluxj/releases}
work=

system() {
  case $(uname -s) in
  Linux) echo linux ;;
  Darwin) echo darwin ;;
  *) fail "there is no fluxj for $(uname -s); build it from source" ;;
  esac
}

architecture() {
  case $(uname -m) in
  x86_64 | amd64) echo amd64 ;;
  aarch64 | arm64) echo arm64 ;;
  *) fail "there is no fluxj for $(uname -m); build it from source" ;;
  esac
}

download() { # what target address
  curl -sSfL --retry 2 -o "$2" "$3" || fail "cannot download $1 from $3"
}

newest() {
  local page=$work/latest
  download "the version of the newest release" "$page" "$releases/latest/download/version.txt"
  tr -d ' \n' <"$page"
}

digest() {
  if command -v sha256sum >/dev/null; then sha256sum "$1" | cut -d ' ' -f 1; else shasum -a 256 "$1" | cut -d ' ' -f 1; fi
}

verify() { # file name checksums
  local wanted actual
  wanted=$(awk -v name="$2" '$2 == name || $2 == "*" name {print $1}' "$3")
  [ -n "$wanted" ] || fail "the release has no checksum for $2"
  actual=$(digest "$1")
  [ "$wanted" = "$actual" ] || fail "the checksum of $2 is $actual, not $wanted: nothing was installed"
}

unpack() { # archive prefix
  local next=$2/lib/.fluxj.new
  mkdir -p "$2/lib" "$2/bin" || fail "cannot write to $2; run this as root, or set FLUXJ_PREFIX"
  rm -rf "$next"
  mkdir "$next"
  tar -xzf "$1" -C "$next" --strip-components=1
  rm -rf "$2/lib/fluxj"
  mv "$next" "$2/lib/fluxj"
  ln -sf ../lib/fluxj/bin/fluxj "$2/bin/fluxj"
}

main() {
  command -v curl >/dev/null || fail "curl is missing"
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  local version name prefix
  version=${FLUXJ_VERSION:-$(newest)}
  version=${version#v}
  [[ $version =~ ^[0-9]+\.[0-9]+\.[0-9]+([-+][0-9A-Za-z.+-]+)?$ ]] || fail "'$version' is no version"
  name=fluxj_${version}_$(system)_$(architecture).tar.gz
  if [ "$(id -u)" = 0 ]; then prefix=${FLUXJ_PREFIX:-/usr/local}; else prefix=${FLUXJ_PREFIX:-$HOME/.local}; fi
  say "► downloading $name"
  download "$name" "$work/$name" "$releases/download/v$version/$name"
  download "the checksums" "$work/checksums" "$releases/download/v$version/fluxj_${version}_checksums.txt"
  verify "$work/$name" "$name" "$work/checksums"
  say "✔ checksum verified"
  unpack "$work/$name" "$prefix"
  say "✔ installed $prefix/bin/fluxj"
  case ":$PATH:" in
  *":$prefix/bin:"*) ;;
  *) say "⚠ $prefix/bin is not on your PATH" ;;
  esac
}

main "$@"
