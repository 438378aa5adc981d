#!/usr/bin/env bash
# One would guess: go-git's package `gitignore` (which source-controller and others use for ignore files of their own) follows gitignore(5), so
# `git check-ignore` tells what it will do.
# What happens: a file below an excluded folder can be taken back with `!`, which git forbids; `/**` matches nothing; `[!x]` is no negation
# (`[^x]` is); `dir//a` works as `dir/a`; and `dir/**/`, folders only for git, takes files too.
# Why it matters: an ignore list written and tried with git ships other files through a tool on go-git. A rebuild of such a tool cannot take
# a matcher that follows git, or its artifacts have other contents.
set -euo pipefail
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT

# run_go DIR MODULE@VERSION... runs the program in DIR with these modules.
run_go() (
  cd "$1"
  shift
  go mod init finding 2>/dev/null
  go get "$@" 2>/dev/null || go get "$@"
  go mod tidy 2>/dev/null || go mod tidy
  echo "with $*"
  go run .
)

# expect WHAT SEEN stops the script where the behaviour is not the one described any more.
expect() {
  [[ $2 == "$1" ]] || { printf 'CHANGED\n--- described\n%s\n--- seen\n%s\n' "$1" "$2" >&2; exit 1; }
}

# patterns, separated by |, and a path
cat >"$work/cases" <<'END'
dir/|!dir/keep dir/keep
dir/*|!dir/keep dir/keep
/** a/b
** a/b
[!x] a
[!x] x
[^x] a
dir//a dir/a
dir/**/ dir/f
dir/** dir/f
END
mkdir "$work/go" "$work/git"
cat >"$work/go/main.go" <<'END'
package main

import (
	"fmt"
	"os"
	"strings"

	"github.com/go-git/go-git/v5/plumbing/format/gitignore"
)

func main() {
	cases, err := os.ReadFile(os.Getenv("CASES"))
	if err != nil {
		panic(err)
	}
	for _, line := range strings.Split(strings.TrimSpace(string(cases)), "\n") {
		lines, path, _ := strings.Cut(line, " ")
		var patterns []gitignore.Pattern
		for _, pattern := range strings.Split(lines, "|") {
			patterns = append(patterns, gitignore.ParsePattern(pattern, nil))
		}
		fmt.Println(line, gitignore.NewMatcher(patterns).Match(strings.Split(path, "/"), false))
	}
}
END
gogit=$(CASES=$work/cases run_go "$work/go" github.com/go-git/go-git/v5@v5.16.4)

git init -q "$work/git"
real=$(cd "$work/git" && while read -r patterns path; do
  mkdir -p "$(dirname "$path")"
  touch "$path"
  tr '|' '\n' <<<"$patterns" >.gitignore
  git -c core.excludesFile=/dev/null check-ignore -q "$path" && echo "$patterns $path true" || echo "$patterns $path false"
  rm -r "${path%%/*}"
done <"$work/cases")
printf '%s\n\n%s\n%s\n' "$gogit" "$(git --version)" "$real"

expect 'with github.com/go-git/go-git/v5@v5.16.4
dir/|!dir/keep dir/keep false
dir/*|!dir/keep dir/keep false
/** a/b false
** a/b true
[!x] a false
[!x] x true
[^x] a true
dir//a dir/a true
dir/**/ dir/f true
dir/** dir/f true' "$gogit"
expect 'dir/|!dir/keep dir/keep true
dir/*|!dir/keep dir/keep false
/** a/b true
** a/b true
[!x] a true
[!x] x false
[^x] a true
dir//a dir/a false
dir/**/ dir/f false
dir/** dir/f true' "$real"
