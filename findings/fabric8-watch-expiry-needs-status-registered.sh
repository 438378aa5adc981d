#!/usr/bin/env bash
# One would guess: `new KubernetesSerialization(mapper, false)` saves the search of the class path at start and costs nothing else as long as the
# program registers the kinds it works with; an informer of ConfigMaps is typed anyway.
# What happens: the `Status` in a watch's ERROR event is found by its kind too, and nobody registers that one. A 410 `Expired` then arrives as "an
# error which is not a status", one line in the log, and the informer asks for the watch again from the version that is gone, every time,
# instead of listing anew. With `registerKubernetesResource(Status.class)` it lists.
# Why it matters: everything works until the API server has compacted a version; from then on the informer's cache stands still while the
# program looks healthy.
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

cat >"$work/Expired.java" <<'END'
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.client.*;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.net.*;
import java.util.*;
import java.util.concurrent.*;

/** A server that knows one list per call, versions 100, 101, ..., and answers each watch with 410 Expired. */
class Expired {
  static final String ERROR = """
      {"type":"ERROR","object":{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure",\
      "message":"too old resource version","reason":"Expired","code":410}}
      """;
  static final String LIST = """
      {"kind":"ConfigMapList","apiVersion":"v1","metadata":{"resourceVersion":"%d"},"items":[]}""";

  static void watch(String name, KubernetesSerialization serialization) throws Exception {
    var versions = new LinkedBlockingQueue<String>();
    var lists = new ConcurrentLinkedQueue<String>();
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> {
      var query = String.valueOf(exchange.getRequestURI().getQuery());
      var body = ERROR;
      if (query.contains("watch=true")) {
        versions.add(query.replaceAll(".*resourceVersion=(\\d+).*", "$1"));
      } else {
        lists.add(query);
        body = LIST.formatted(99 + lists.size());
      }
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().write(body.getBytes());
      exchange.close();
    });
    server.start();
    var config = new ConfigBuilder(Config.empty()).withMasterUrl("http://127.0.0.1:" + server.getAddress().getPort())
        .withNamespace("default").withOnlyHttpWatches(true).withWatchReconnectInterval(300).build();
    var seen = new TreeSet<String>();
    try (var client = new KubernetesClientBuilder().withConfig(config).withKubernetesSerialization(serialization).build()) {
      var informer = client.configMaps().runnableInformer(0);
      informer.start();
      for (int i = 0; i < 12; i++) {
        seen.add(Objects.requireNonNull(versions.poll(30, TimeUnit.SECONDS), "no further watch"));
      }
      informer.stop();
    }
    server.stop(0);
    System.out.println(name + ": 12 watches, " + (seen.size() == 1 ? "all from version " + seen.first() : "from newer and newer versions")
        + (lists.size() == 1 ? ", one list" : ", a list after the error"));
  }

  public static void main(String[] args) throws Exception {
    watch("all kinds searched", new KubernetesSerialization(new ObjectMapper(), true));
    watch("none searched", new KubernetesSerialization(new ObjectMapper(), false));
    var status = new KubernetesSerialization(new ObjectMapper(), false);
    status.registerKubernetesResource(Status.class);
    watch("only Status registered", status);
    System.exit(0);
  }
}
END
seen=$(run_java "$work/Expired.java" io.fabric8:kubernetes-client:7.8.0 io.fabric8:kubernetes-httpclient-jdk:7.8.0 \
  org.slf4j:slf4j-simple:2.0.17 2>"$work/log")
echo "$seen"
grep -o 'Received an error which is not a status' "$work/log" | sort | uniq -c

expect 'with io.fabric8:kubernetes-client:7.8.0 io.fabric8:kubernetes-httpclient-jdk:7.8.0 org.slf4j:slf4j-simple:2.0.17
all kinds searched: 12 watches, from newer and newer versions, a list after the error
none searched: 12 watches, all from version 100, one list
only Status registered: 12 watches, from newer and newer versions, a list after the error' "$seen"
