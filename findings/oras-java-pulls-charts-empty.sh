#!/usr/bin/env bash
# One would guess: oras-java-sdk's `pullArtifact` on an artifact such as a Helm chart stores its layer, or fails; and `getTags` gives all tags.
# What happens: a layer without the annotation `org.opencontainers.image.title`, which the OCI image format leaves optional, is skipped with a
# line at INFO: the call succeeds, the blob is never asked for and the folder stays empty, whatever the layer's media type (here a chart's and
# that of Flux). `getTags` gives the first page and does not follow the registry's `Link` to the next one.
# Why it matters: an operator that looks for a chart's newest version with it may see an old one, and then unpacks nothing. Take the layers from
# `getManifest` and the bytes from `fetchBlob`, and page with `getTags(ref, n, last)`.
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

cat >"$work/Pull.java" <<'END'
import com.sun.net.httpserver.*;
import java.io.IOException;
import java.net.*;
import java.nio.file.*;
import java.security.MessageDigest;
import java.util.*;
import java.util.concurrent.*;
import land.oras.*;

/** A registry with one repository: three manifests with the same layer, and two pages of tags. */
class Pull {
  static final byte[] LAYER = "the bytes of a layer".getBytes();
  static final Map<String, byte[]> CONTENT = new ConcurrentHashMap<>();
  static final Queue<String> BLOBS = new ConcurrentLinkedQueue<>();

  static String digest(byte[] bytes) {
    try {
      return "sha256:" + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  static void manifest(String tag, String config, String layer, String annotations) {
    var bytes = """
        {"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json",\
        "config":{"mediaType":"%s","digest":"%s","size":2},"layers":[{"mediaType":"%s","digest":"%s","size":%d,"annotations":%s}]}"""
        .formatted(config, digest("{}".getBytes()), layer, digest(LAYER), LAYER.length, annotations).getBytes();
    CONTENT.put(tag, bytes);
    CONTENT.put(digest(bytes), bytes);
  }

  static void answer(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath();
    var headers = exchange.getResponseHeaders();
    byte[] body;
    if (path.endsWith("/tags/list")) {
      boolean second = String.valueOf(exchange.getRequestURI().getQuery()).contains("last=");
      body = ("{\"name\":\"app\",\"tags\":" + (second ? "[\"1.2.0\"]}" : "[\"1.0.0\",\"1.1.0\"]}")).getBytes();
      headers.set("Content-Type", "application/json");
      if (!second) headers.set("Link", "</v2/app/tags/list?n=2&last=1.1.0>; rel=\"next\"");
    } else {
      body = CONTENT.get(path.substring(path.lastIndexOf('/') + 1));
      headers.set("Docker-Content-Digest", digest(body));
      headers.set("Content-Type", path.contains("/blobs/") ? "application/octet-stream" : "application/vnd.oci.image.manifest.v1+json");
      if (path.contains("/blobs/")) BLOBS.add(path);
    }
    boolean head = exchange.getRequestMethod().equals("HEAD");
    if (head) headers.set("Content-Length", "" + body.length);
    exchange.sendResponseHeaders(200, head ? -1 : body.length);
    if (!head) exchange.getResponseBody().write(body);
    exchange.close();
  }

  public static void main(String[] args) throws Exception {
    manifest("chart", "application/vnd.cncf.helm.config.v1+json", "application/vnd.cncf.helm.chart.content.v1.tar+gzip", "{}");
    manifest("flux", "application/vnd.cncf.flux.config.v1+json", "application/vnd.cncf.flux.content.v1.tar+gzip", "{}");
    manifest("titled", "application/vnd.oci.empty.v1+json", "application/octet-stream", "{\"org.opencontainers.image.title\":\"app.tgz\"}");
    CONTENT.put(digest(LAYER), LAYER);
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", Pull::answer);
    server.start();
    var app = "127.0.0.1:" + server.getAddress().getPort() + "/app";
    var registry = Registry.Builder.builder().insecure().build();
    System.out.println("all tags: " + registry.getTags(ContainerRef.parse(app)).tags());
    System.out.println("tags after the last: " + registry.getTags(ContainerRef.parse(app), 2, "1.1.0").tags());
    for (var tag : List.of("chart", "flux", "titled")) {
      BLOBS.clear();
      var folder = Files.createDirectory(Path.of(System.getenv("FOLDER"), tag));
      registry.pullArtifact(ContainerRef.parse(app + ":" + tag), folder, true);
      try (var files = Files.list(folder)) {
        System.out.println(tag + ": files " + files.map(Path::getFileName).toList() + ", blobs asked for " + BLOBS.size());
      }
    }
    var chart = registry.getManifest(ContainerRef.parse(app + ":chart")).getLayers().get(0);
    var bytes = registry.fetchBlob(ContainerRef.parse(app + "@" + chart.getDigest())).readAllBytes();
    System.out.println("chart by hand: " + (Arrays.equals(bytes, LAYER) ? "its bytes" : "other bytes"));
    System.exit(0);
  }
}
END
seen=$(FOLDER=$work run_java "$work/Pull.java" land.oras:oras-java-sdk:0.7.0 org.slf4j:slf4j-nop:2.0.17)
echo "$seen"

expect 'with land.oras:oras-java-sdk:0.7.0 org.slf4j:slf4j-nop:2.0.17
all tags: [1.0.0, 1.1.0]
tags after the last: [1.2.0]
chart: files [], blobs asked for 0
flux: files [], blobs asked for 0
titled: files [app.tgz], blobs asked for 1
chart by hand: its bytes' "$seen"
