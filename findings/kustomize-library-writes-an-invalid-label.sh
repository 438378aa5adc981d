#!/usr/bin/env bash
# One would guess: `buildMetadata: [managedByLabel]` gives the same label whether kustomize is run as a command or linked as a library.
# What happens: the version in the label is set by the linker of the released command. A program that links sigs.k8s.io/kustomize/api gets
# `app.kubernetes.io/managed-by: kustomize-(devel)`, and parentheses are not allowed in a label's value; the library does not check it.
# Why it matters: a build that passes on every workstation gives objects that fail the API server's own check once a controller builds it.
# Whoever embeds the library has to rewrite the label or refuse the option with a message of its own.
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

mkdir "$work/go"
cat >"$work/go/main.go" <<'END'
package main

import (
	"fmt"

	"k8s.io/apimachinery/pkg/util/validation"
	"sigs.k8s.io/kustomize/api/krusty"
	"sigs.k8s.io/kustomize/kyaml/filesys"
)

func write(files filesys.FileSystem, name, text string) {
	if err := files.WriteFile(name, []byte(text)); err != nil {
		panic(err)
	}
}

func main() {
	files := filesys.MakeFsInMemory()
	write(files, "/app/kustomization.yaml", "resources: [settings.yaml]\nbuildMetadata: [managedByLabel]\n")
	write(files, "/app/settings.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\n")
	built, err := krusty.MakeKustomizer(krusty.MakeDefaultOptions()).Run(files, "/app")
	if err != nil {
		panic(err)
	}
	label := built.Resources()[0].GetLabels()["app.kubernetes.io/managed-by"]
	fmt.Println("label:", label)
	fmt.Println("faults of it as a label's value:", len(validation.IsValidLabelValue(label)))
}
END
seen=$(run_go "$work/go" sigs.k8s.io/kustomize/api@v0.21.1 sigs.k8s.io/kustomize/kyaml@v0.21.1 k8s.io/apimachinery@v0.34.1)
echo "$seen"

expect 'with sigs.k8s.io/kustomize/api@v0.21.1 sigs.k8s.io/kustomize/kyaml@v0.21.1 k8s.io/apimachinery@v0.34.1
label: kustomize-(devel)
faults of it as a label'"'"'s value: 1' "$seen"
