#!/usr/bin/env bash
# One would guess: reading a manifest into fabric8's typed model and writing it again keeps every field the model knows.
# What happens: lists and maps that are empty are left out, and so is a field that is null, while an empty object (`emptyDir: {}`) stays.
# GenericKubernetesResource keeps what is below spec or data, but its metadata is typed: `annotations: {}` and `finalizers: []` go there too.
# Why it matters: in a server-side apply an empty field is a statement (this map is mine, and empty), and digests of manifests, drift checks and
# comparisons with kustomize's output see a difference nobody made. Users' manifests are better kept as plain maps all the way.
set -euo pipefail
. "$(dirname "$0")/lib.sh"

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
