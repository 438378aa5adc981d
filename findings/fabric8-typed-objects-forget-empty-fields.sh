#!/usr/bin/env bash
# One would guess: reading a manifest into fabric8's typed model and writing it again keeps every field the model knows.
# What happens: lists and maps that are empty are left out, and so is a field that is null, while an empty object (`emptyDir: {}`) stays.
# GenericKubernetesResource keeps what is below spec or data, but its metadata is typed: `annotations: {}` and `finalizers: []` go there too.
# Why it matters: in a server-side apply an empty field is a statement (this map is mine, and empty), and digests of manifests, drift checks and
# comparisons with kustomize's output see a difference nobody made. Users' manifests are better kept as plain maps all the way.
set -euo pipefail
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT

# run_java FILE GROUP:ARTIFACT:VERSION... runs one source file with these libraries (JDK 17 or later; JAVA_HOME wins over PATH).
run_java() {
  local file=$1 id g a v
  shift
  {
    echo '<project><modelVersion>4.0.0</modelVersion><groupId>finding</groupId><artifactId>finding</artifactId><version>1</version><dependencies>'
    for id in "$@"; do
      IFS=: read -r g a v <<<"$id"
      echo "<dependency><groupId>$g</groupId><artifactId>$a</artifactId><version>$v</version></dependency>"
    done
    echo '</dependencies></project>'
  } >"$work/pom.xml"
  mvn --batch-mode -q -f "$work/pom.xml" org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
    -DoutputDirectory="$work/jars" >&2
  echo "with $*"
  "${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp "$work/jars/*" "$file"
}

# expect WHAT SEEN stops the script where the behaviour is not the one described any more.
expect() {
  [[ $2 == "$1" ]] || { printf 'CHANGED\n--- described\n%s\n--- seen\n%s\n' "$1" "$2" >&2; exit 1; }
}

cat >"$work/RoundTrip.java" <<'END'
import io.fabric8.kubernetes.api.model.*;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;

class RoundTrip {
  static final KubernetesSerialization JSON = new KubernetesSerialization();

  static void show(Class<?> type, String manifest) {
    System.out.println("given   " + manifest);
    System.out.println("typed   " + JSON.asJson(JSON.unmarshal(manifest, type)));
    System.out.println("generic " + JSON.asJson(JSON.unmarshal(manifest, GenericKubernetesResource.class)));
  }

  public static void main(String[] args) {
    show(Pod.class, """
        {"apiVersion":"v1","kind":"Pod","metadata":{"name":"a","annotations":{},"finalizers":[]},"spec":{"nodeSelector":{},\
        "containers":[{"name":"c","args":[],"command":null,"env":[{"name":"X","value":""}]}],"volumes":[{"name":"v","emptyDir":{}}]}}""");
    show(ConfigMap.class, """
        {"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a"},"data":{},"immutable":false}""");
    show(ClusterRole.class, """
        {"apiVersion":"rbac.authorization.k8s.io/v1","kind":"ClusterRole","metadata":{"name":"a"},"rules":[]}""");
  }
}
END
seen=$(run_java "$work/RoundTrip.java" io.fabric8:kubernetes-client:7.8.0 org.slf4j:slf4j-nop:2.0.17)
echo "$seen"

expect 'with io.fabric8:kubernetes-client:7.8.0 org.slf4j:slf4j-nop:2.0.17
given   {"apiVersion":"v1","kind":"Pod","metadata":{"name":"a","annotations":{},"finalizers":[]},"spec":{"nodeSelector":{},"containers":[{"name":"c","args":[],"command":null,"env":[{"name":"X","value":""}]}],"volumes":[{"name":"v","emptyDir":{}}]}}
typed   {"apiVersion":"v1","kind":"Pod","metadata":{"name":"a"},"spec":{"containers":[{"env":[{"name":"X","value":""}],"name":"c"}],"volumes":[{"emptyDir":{},"name":"v"}]}}
generic {"apiVersion":"v1","kind":"Pod","metadata":{"name":"a"},"spec":{"nodeSelector":{},"containers":[{"name":"c","args":[],"command":null,"env":[{"name":"X","value":""}]}],"volumes":[{"name":"v","emptyDir":{}}]}}
given   {"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a"},"data":{},"immutable":false}
typed   {"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a"},"immutable":false}
generic {"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a"},"data":{},"immutable":false}
given   {"apiVersion":"rbac.authorization.k8s.io/v1","kind":"ClusterRole","metadata":{"name":"a"},"rules":[]}
typed   {"apiVersion":"rbac.authorization.k8s.io/v1","kind":"ClusterRole","metadata":{"name":"a"}}
generic {"apiVersion":"rbac.authorization.k8s.io/v1","kind":"ClusterRole","metadata":{"name":"a"},"rules":[]}' "$seen"
