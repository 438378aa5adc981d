#!/usr/bin/env bash
# Times what a large index of a Helm repository and charts of it cost the source-controller (this checkout's), against a running cluster.
#   index.sh KUBECONFIG [CHARTS=1024] [VERSIONS=60] [USED=20]     an index of CHARTS x VERSIONS entries, USED HelmCharts of it
# The cluster must have crds/ installed. FLUXJ_JAVA_OPTIONS are flags of the JVM (such as -Xmx256m), INDEX_MAX_SIZE is --helm-index-max-size.
# Prints one line of JSON: sizes, seconds until the index and until all charts are Ready, CPU seconds, peak memory (VmHWM) and peak heap.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
kubeconfig=$(realpath "${1:?KUBECONFIG}")
charts=${2:-1024} versions=${3:-60} used=${4:-20}
java=${JAVA_HOME:?set JAVA_HOME to a JDK 25}/bin/java
work=$(mktemp -d "$root/bench/target/index.XXXX")
trap 'kill $(jobs -p) 2>/dev/null; rm -rf "$work"' EXIT
mkdir -p "$work/static" "$work/data"
kubectl() { command kubectl --kubeconfig "$kubeconfig" "$@"; }

python3 - "$work/static" "$charts" "$versions" <<'PY'
import gzip, io, sys, tarfile
folder, charts, versions = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
text = "A chart of the benchmark, which says as much of itself as charts of public repositories do: what it is for, who keeps it, and what it needs."
text += " Some say more than others, and many say the same of each of their versions, which is most of what an index is made of."
with open(folder + "/index.yaml", "w") as index:
    index.write('apiVersion: v1\ngenerated: "2024-01-01T00:00:00Z"\nentries:\n')
    for c in range(charts):
        index.write(f"  chart-{c:05}:\n")
        for v in range(versions):
            digest = f"{c * versions + v:064x}"
            index.write(f'  - apiVersion: v2\n    appVersion: "{v}.0"\n    created: "2024-01-01T00:00:00Z"\n'
                        f"    description: \"{text}\"\n    digest: {digest}\n    home: https://example.org/charts/chart-{c:05}\n"
                        f"    keywords:\n    - benchmark\n    - chart\n    maintainers:\n    - email: somebody@example.org\n      name: somebody\n"
                        f"    name: chart-{c:05}\n    sources:\n    - https://example.org/sources/chart-{c:05}\n    type: application\n"
                        f"    urls:\n    - chart.tgz\n    version: 1.{v}.0\n")
declared = b"apiVersion: v2\nname: chart\nversion: 1.0.0\n"
entry = tarfile.TarInfo("chart/Chart.yaml"); entry.size = len(declared)
with tarfile.open(folder + "/chart.tgz", "w:gz") as package:
    package.addfile(entry, io.BytesIO(declared))
PY
size=$(stat -c %s "$work/static/index.yaml")

python3 -m http.server 19793 --bind 127.0.0.1 --directory "$work/static" >/dev/null 2>&1 &
namespace=bench-index-$$
kubectl create namespace "$namespace" >/dev/null
RUNTIME_NAMESPACE=$namespace KUBECONFIG=$kubeconfig "$java" @"$root/runtime/jvm.options" ${FLUXJ_JAVA_OPTIONS:-} \
  "-Xlog:gc:file=$work/gc.log" -jar "$root/source-controller/target/source-controller.jar" --watch-all-namespaces=false --concurrent=4 \
  --storage-path="$work/data" --storage-addr=127.0.0.1:19790 --storage-adv-addr=127.0.0.1:19790 --metrics-addr=127.0.0.1:19780 \
  --health-addr=127.0.0.1:19740 --helm-index-max-size="${INDEX_MAX_SIZE:-52428800}" >"$work/log" 2>&1 &
controller=$!
until curl -fs http://127.0.0.1:19740/readyz >/dev/null; do sleep 0.2; done

objects() {
  printf 'apiVersion: source.toolkit.fluxcd.io/v1\nkind: HelmRepository\nmetadata: {name: charts, namespace: %s}\n' "$namespace"
  printf 'spec: {url: "http://127.0.0.1:19793", interval: 1h, timeout: 5m}\n'
}
cpu() { awk -v hz="$(getconf CLK_TCK)" '{print ($14 + $15) / hz}' "/proc/$controller/stat"; }
began=$(date +%s.%N) cpu_before=$(cpu)
objects | kubectl apply -f - >/dev/null
kubectl -n "$namespace" wait --for=condition=Ready --timeout=600s helmrepository/charts >/dev/null
indexed=$(date +%s.%N) cpu_indexed=$(cpu)
for ((i = 0; i < used; i++)); do
  printf -- '---\napiVersion: source.toolkit.fluxcd.io/v1\nkind: HelmChart\nmetadata: {name: chart-%d, namespace: %s}\n' "$i" "$namespace"
  printf 'spec: {chart: chart-%05d, version: 1.x, interval: 1h, sourceRef: {kind: HelmRepository, name: charts}}\n' $((i * (charts / used)))
done | kubectl apply -f - >/dev/null
kubectl -n "$namespace" wait --for=condition=Ready --timeout=600s helmcharts --all >/dev/null
done=$(date +%s.%N) cpu_done=$(cpu)
peak=$(awk '/VmHWM/ {print int($2 / 1024)}' "/proc/$controller/status")
heap=$(grep -oE '[0-9]+M->' "$work/gc.log" | tr -d 'M>-' | sort -n | tail -n 1)
kubectl delete namespace "$namespace" --wait=false >/dev/null
awk -v s="$size" -v c="$((charts * versions))" -v u="$used" -v a="$began" -v b="$indexed" -v d="$done" -v ca="$cpu_before" -v cb="$cpu_indexed" \
  -v cd="$cpu_done" -v p="$peak" -v h="${heap:-0}" 'BEGIN {
  printf "{\"indexMiB\": %.1f, \"entries\": %d, \"charts\": %d, \"indexSeconds\": %.1f, \"chartsSeconds\": %.1f, \"indexCpuSeconds\": %.1f, ", s / 1048576, c, u, b - a, d - b, cb - ca
  printf "\"chartsCpuSeconds\": %.1f, \"peakMiB\": %d, \"peakHeapMiB\": %d}\n", cd - cb, p, h }'
