#!/usr/bin/env bash
# One would guess: `patch(PatchContext, "text")` with a merge patch sends the text that it was given, one PATCH; and `edit`, which must know the object, is the dearer one.
# What happens: fabric8's client reads the object first and uses little of the answer, so a text costs two requests, as merge patch, strategic merge patch and JSON patch alike. A
# typed object as merge patch costs one, but loses its nulls without a word, and null is how a merge patch deletes.
# Why it matters: a controller that writes statuses by merge patch sends twice the requests that it thinks it sends, under the same rate limit.
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

cat >"$work/Patches.java" <<'END'
import com.sun.net.httpserver.HttpServer;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.*;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.*;
import java.net.*;
import java.util.*;
import java.util.function.Function;

class Patches {
  static final String OBJECT = "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"a\",\"namespace\":\"default\"}}";

  static void send(String name, int code, Function<Resource<ConfigMap>, Object> call) throws Exception {
    var requests = Collections.synchronizedList(new ArrayList<String>());
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> {
      requests.add(exchange.getRequestMethod() + " " + new String(exchange.getRequestBody().readAllBytes()));
      byte[] body = (code == 200 ? OBJECT : "{}").getBytes();
      exchange.sendResponseHeaders(code, body.length);
      exchange.getResponseBody().write(body);
      exchange.close();
    });
    server.start();
    var config = new ConfigBuilder(Config.empty()).withMasterUrl("http://127.0.0.1:" + server.getAddress().getPort()).build();
    String answer;
    try (var client = new KubernetesClientBuilder().withConfig(config).build()) {
      var got = call.apply(client.configMaps().inNamespace("default").withName("a"));
      answer = got == null ? "null" : "an object";
    } catch (KubernetesClientException e) {
      answer = "an exception with code " + e.getCode();
    }
    System.out.println(name + ", server says " + code + ": " + requests + " -> " + answer);
    server.stop(0);
  }

  static PatchContext of(PatchType type) {
    return PatchContext.of(type);
  }

  public static void main(String[] args) throws Exception {
    String merge = "{\"data\":{\"k\":null}}";
    var typed = new ConfigMapBuilder().withNewMetadata().withName("a").endMetadata().addToData("k", null).build();
    send("text as merge patch", 200, map -> map.patch(of(PatchType.JSON_MERGE), merge));
    send("text as merge patch", 404, map -> map.patch(of(PatchType.JSON_MERGE), merge));
    send("text as strategic merge patch", 200, map -> map.patch(of(PatchType.STRATEGIC_MERGE), merge));
    send("text as JSON patch", 200, map -> map.patch(of(PatchType.JSON), "[]"));
    send("typed object as merge patch", 200, map -> map.patch(of(PatchType.JSON_MERGE), typed));
    send("typed object as merge patch", 404, map -> map.patch(of(PatchType.JSON_MERGE), typed));
    System.exit(0);
  }
}
END
seen=$(run_java "$work/Patches.java" io.fabric8:kubernetes-client:7.8.0 io.fabric8:kubernetes-httpclient-jdk:7.8.0 org.slf4j:slf4j-nop:2.0.17)
echo "$seen"

expect 'with io.fabric8:kubernetes-client:7.8.0 io.fabric8:kubernetes-httpclient-jdk:7.8.0 org.slf4j:slf4j-nop:2.0.17
text as merge patch, server says 200: [GET , PATCH {"data":{"k":null}}] -> an object
text as merge patch, server says 404: [GET ] -> an exception with code 404
text as strategic merge patch, server says 200: [GET , PATCH {"data":{"k":null}}] -> an object
text as JSON patch, server says 200: [GET , PATCH []] -> an object
typed object as merge patch, server says 200: [PATCH {"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a"}}] -> an object
typed object as merge patch, server says 404: [PATCH {"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a"}}] -> an exception with code 404' "$seen"
