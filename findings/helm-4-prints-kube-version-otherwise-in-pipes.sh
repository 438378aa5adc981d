#!/usr/bin/env bash
# One would guess: `.Capabilities.KubeVersion` is a text like v1.33.2 wherever a chart writes it, and Helm 4 renders it as Helm 3 did.
# What happens: written by itself it is the version. Handed to a function of text (`quote`, `toString`, `printf "%s"`) it is the
# whole Go struct: `{v1.33.2 1 33}` with Helm 3, `{v1.33.2 v1.33.2 1 33}` with Helm 4, since only the pointer has a String method and the
# struct got a field more.
# Why it matters: a label `{{ .Capabilities.KubeVersion | quote }}` is no valid label, a `semverCompare` on it after `toString` fails, and a
# release changes when its controller goes from Helm 3 to 4 though chart and values stay. Who renders charts outside of Go has to know which
# values are structs; charts should say `.Capabilities.KubeVersion.Version`.
set -euo pipefail
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT

# expect WHAT SEEN stops the script where the behaviour is not the one described any more.
expect() {
  [[ $2 == "$1" ]] || { printf 'CHANGED\n--- described\n%s\n--- seen\n%s\n' "$1" "$2" >&2; exit 1; }
}

mkdir -p "$work/bin" "$work/chart/templates"
GOBIN=$work/bin go install helm.sh/helm/v4/cmd/helm@v4.3.1
mv "$work/bin/helm" "$work/bin/helm4"
GOBIN=$work/bin go install helm.sh/helm/v3/cmd/helm@v3.22.0
mv "$work/bin/helm" "$work/bin/helm3"
printf 'apiVersion: v2\nname: versions\nversion: 1.0.0\n' >"$work/chart/Chart.yaml"
cat >"$work/chart/templates/versions.yaml" <<'END'
itself: {{ .Capabilities.KubeVersion }}
quote: {{ .Capabilities.KubeVersion | quote }}
toString: {{ .Capabilities.KubeVersion | toString }}
printf: {{ printf "%s" .Capabilities.KubeVersion }}
field: {{ .Capabilities.KubeVersion.Version | quote }}
END

# render HELM prints what the chart becomes.
render() { "$work/bin/$1" template demo "$work/chart" --kube-version 1.33.2 | grep -v '^---\|^#'; }

seen=$(echo 'helm 3.22.0' && render helm3 && echo 'helm 4.3.1' && render helm4)
echo "$seen"

expect 'helm 3.22.0
itself: v1.33.2
quote: "{v1.33.2 1 33}"
toString: {v1.33.2 1 33}
printf: {v1.33.2 1 33}
field: "v1.33.2"
helm 4.3.1
itself: v1.33.2
quote: "{v1.33.2 v1.33.2 1 33}"
toString: {v1.33.2 v1.33.2 1 33}
printf: {v1.33.2 v1.33.2 1 33}
field: "v1.33.2"' "$seen"
