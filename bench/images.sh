#!/usr/bin/env bash
# Times what scans of unchanged image repositories cost an image-reflector-controller, against a running cluster.
#   images.sh KUBECONFIG [REPOSITORIES=200] [TAGS=1000] [ROUNDS=6]     each repository is scanned every 10 seconds, ROUNDS times after the first
# The cluster must have crds/ installed. This checkout's controller is run (FLUXJ_JAVA_OPTIONS are flags of its JVM), or the program that CONTROLLER
# names, such as Flux's. Prints one line of JSON: CPU milliseconds per scan (of the rounds, without the start), seconds until all were Ready, memory.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
kubeconfig=$(realpath "${1:?KUBECONFIG}")
repositories=${2:-200} tags=${3:-1000} rounds=${4:-6}
work=$(mktemp -d "${TMPDIR:-/tmp}/images.XXXX")
trap 'kill $(jobs -p) 2>/dev/null; rm -rf "$work"' EXIT
mkdir -p "$work/data"
kubectl() { command kubectl --kubeconfig "$kubeconfig" "$@"; }

python3 - "$tags" "$work/count" <<'PY' &
import http.server, json, sys, threading
tags, counted, lock = int(sys.argv[1]), sys.argv[2], threading.Lock()
names, asked = [f"1.{i // 100}.{i % 100}" for i in range(tags)], 0
class Registry(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    def do_GET(self):
        global asked
        body = b""
        if self.path.endswith("/tags/list") or "/tags/list?" in self.path:
            body = json.dumps({"name": self.path.split("/v2/")[1].split("/tags/")[0], "tags": names}).encode()
            with lock:
                asked += 1
        elif self.path == "/count":
            body = str(asked).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
    def log_message(self, *arguments):
        pass
http.server.ThreadingHTTPServer(("127.0.0.1", 19795), Registry).serve_forever()
PY
asked() { curl -fs http://127.0.0.1:19795/count; }
until asked >/dev/null 2>&1; do sleep 0.2; done

namespace=bench-images-$$
kubectl create namespace "$namespace" >/dev/null
flags=(--watch-all-namespaces=false --concurrent=4 --storage-path="$work/data" --metrics-addr=127.0.0.1:19780 --health-addr=127.0.0.1:19740)
if [ -n "${CONTROLLER:-}" ]; then
  command=("$CONTROLLER" "${flags[@]}" --events-addr=)
else
  command=("${JAVA_HOME:?set JAVA_HOME to a JDK 25}/bin/java" "@$root/runtime/jvm.options" ${FLUXJ_JAVA_OPTIONS:-} -jar
    "$root/image-reflector-controller/target/image-reflector-controller.jar" "${flags[@]}")
fi
RUNTIME_NAMESPACE=$namespace KUBECONFIG=$kubeconfig "${command[@]}" >"$work/log" 2>&1 &
controller=$!
until curl -fs http://127.0.0.1:19740/readyz >/dev/null; do
  kill -0 $controller || { tail -n 20 "$work/log" >&2; exit 1; }
  sleep 0.2
done

cpu() { awk -v hz="$(getconf CLK_TCK)" '{print ($14 + $15) / hz}' "/proc/$controller/stat"; }
memory() { awk -v what="$1:" '$1 == what {print int($2 / 1024)}' "/proc/$controller/status"; }
began=$(date +%s.%N)
for ((i = 0; i < repositories; i++)); do
  printf -- '---\napiVersion: image.toolkit.fluxcd.io/v1\nkind: ImageRepository\nmetadata: {name: image-%d, namespace: %s}\n' "$i" "$namespace"
  printf 'spec: {image: "127.0.0.1:19795/bench/image-%d", interval: 10s, insecure: true}\n' "$i"
done | kubectl apply -f - >/dev/null
kubectl -n "$namespace" wait --for=condition=Ready --timeout=600s imagerepositories --all >/dev/null
ready=$(date +%s.%N)
first=$(asked) cpu_before=$(cpu)
until [ "$(asked)" -ge $((first + repositories * rounds)) ]; do sleep 0.2; done
scans=$(($(asked) - first)) cpu_after=$(cpu) took=$(awk -v a="$ready" -v b="$(date +%s.%N)" 'BEGIN {print b - a}')
awk -v n="$repositories" -v t="$tags" -v s="$scans" -v a="$began" -v r="$ready" -v ca="$cpu_before" -v cb="$cpu_after" -v w="$took" \
  -v p="$(memory VmHWM)" -v m="$(memory VmRSS)" 'BEGIN {
  printf "{\"repositories\": %d, \"tags\": %d, \"readySeconds\": %.1f, \"scans\": %d, \"seconds\": %.1f, ", n, t, r - a, s, w
  printf "\"cpuMsPerScan\": %.2f, \"peakMiB\": %d, \"memoryMiB\": %d}\n", (cb - ca) * 1000 / s, p, m }'
kubectl delete namespace "$namespace" --wait=false >/dev/null
