package io.fluxj.notification.receiver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.Event;
import io.fluxj.golden.Diff;
import io.fluxj.golden.Recording;
import io.fluxj.golden.Verdict;
import io.fluxj.golden.Yaml;
import io.fluxj.notification.receiver.TestIssuer.NamedKey;
import io.fluxj.testkit.golden.Places;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Does what the recordings of Receivers say, in their order, since each finds what the ones before it left. */
final class ReceiverPlayer {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern REPEATED = Pattern.compile("\"(.)\" \\* (\\d+)");
    private static final Pattern RELATIVE = Pattern.compile("now([+-]\\d+)?");
    private static final List<String> RESTORED = List.of("oidc-", "before-", "state2-");

    /** The log of both servers is one: a call has it for itself. */
    private final ReentrantLock calling;

    private final GoldenCluster cluster;
    private final HookServer usual;
    private final HookServer withinNamespaces;
    private final Places places;
    private final Map<String, JsonNode> receivers;
    private final HookErrors errors;
    private final NamedKey key;
    private final NamedKey foreign = NamedKey.create("k1");
    private String token = "webhook-s3cret";
    private Map<String, String> requested;

    /** What it plays with. */
    record Stage(
            GoldenCluster cluster, HookServer usual, HookServer withinNamespaces, HookErrors errors, NamedKey key) {}

    ReceiverPlayer(Stage stage, Places places, Map<String, JsonNode> receivers, ReentrantLock calling) {
        this.cluster = stage.cluster();
        this.usual = stage.usual();
        this.withinNamespaces = stage.withinNamespaces();
        this.errors = stage.errors();
        this.key = stage.key();
        this.places = places;
        this.receivers = receivers;
        this.calling = calling;
        this.requested = cluster.requested();
    }

    Verdict play(Recording recording) throws Exception {
        JsonNode document = recording.document();
        String id = recording.id();
        if (id.startsWith("receiver/")) {
            return receiver(document);
        }
        if (id.startsWith("path/")) {
            return path(document);
        }
        if (id.startsWith("status/")) {
            return status(document);
        }
        return id.startsWith("event/") ? event(document) : request(id, document);
    }

    private static Verdict path(JsonNode document) {
        return compare(
                document.path("webhookPath"),
                JSON.getNodeFactory()
                        .textNode(WebhookPath.of(
                                        document.path("token").asText().getBytes(StandardCharsets.UTF_8),
                                        document.path("name").asText(),
                                        document.path("namespace").asText())
                                .text()));
    }

    private Verdict receiver(JsonNode document) throws Exception {
        if (document.has("rejectedByApiServer")) {
            String refusal = cluster.create(places.fill(document));
            return compare(
                    document.path("rejectedByApiServer"), JSON.getNodeFactory().textNode(refusal));
        }
        ObjectNode wanted = JSON.createObjectNode();
        wanted.set("webhookPath", document.path("webhookPath"));
        wanted.set("conditions", conditions(places.fill(document.path("conditions"))));
        return eventually(() -> {
            JsonNode status = cluster.status(
                    document.path("namespace").asText(), document.path("name").asText());
            ObjectNode seen = JSON.createObjectNode();
            seen.set(
                    "webhookPath",
                    status.path("webhookPath").isTextual() ? status.path("webhookPath") : JSON.nullNode());
            seen.set("conditions", conditions(status.path("conditions")));
            return compare(wanted, seen);
        });
    }

    private static ArrayNode conditions(JsonNode conditions) {
        ArrayNode bare = JSON.createArrayNode();
        for (JsonNode condition : conditions) {
            bare.addObject()
                    .put("type", condition.path("type").asText())
                    .put("status", condition.path("status").asText())
                    .put("reason", condition.path("reason").asText())
                    .put("message", unparsed(condition.path("message").asText()));
        }
        return bare;
    }

    /** Which characters a parser expects is its own affair. */
    private static String unparsed(String message) {
        int syntax = message.indexOf("Syntax error: ");
        return syntax < 0 ? message : message.substring(0, syntax);
    }

    private Verdict status(JsonNode document) throws Exception {
        ObjectNode wanted = document.path("statusAfterChange").deepCopy();
        simplify(wanted);
        return eventually(() -> {
            ObjectNode seen =
                    cluster.status("team-a", document.path("receiver").asText()).deepCopy();
            simplify(seen);
            return compare(wanted, seen);
        });
    }

    private static void simplify(ObjectNode status) {
        for (JsonNode condition : status.path("conditions")) {
            ((ObjectNode) condition).remove("lastTransitionTime");
            ((ObjectNode) condition)
                    .put("message", unparsed(condition.path("message").asText()));
        }
        List.of("webhookPath", "lastHandledReconcileAt").stream()
                .filter(field -> status.path(field).isNull())
                .forEach(status::remove);
    }

    private Verdict event(JsonNode document) throws Exception {
        String receiver = document.path("receiver").asText();
        if (document.path("type").asText().equals("Warning") && isFineThroughout(receiver)) {
            return new Verdict.Skipped("the event is of a spec that was not recorded");
        }
        JsonNode wanted = wanted(document);
        return eventually(() -> {
            ArrayNode seen = JSON.createArrayNode();
            for (Event event :
                    cluster.client().v1().events().inNamespace("team-a").list().getItems()) {
                if (event.getInvolvedObject().getName().equals(receiver)) {
                    JsonNode one = JSON.createObjectNode()
                            .put("type", event.getType())
                            .put("reason", event.getReason())
                            .put("message", unparsed(event.getMessage()))
                            .put("reporter", event.getSource().getComponent());
                    if (one.equals(wanted)) {
                        return new Verdict.Passed();
                    }
                    seen.add(one);
                }
            }
            return compare(wanted, seen);
        });
    }

    private boolean isFineThroughout(String receiver) {
        JsonNode known = receivers.getOrDefault(receiver, JSON.createObjectNode());
        return !receiver.startsWith("ok-then-")
                && known.at("/conditions/0/status").asText().equals("True")
                && known.at("/conditions/0/type").asText().equals("Ready");
    }

    private JsonNode wanted(JsonNode document) {
        return JSON.createObjectNode()
                .put("type", document.path("type").asText())
                .put("reason", document.path("reason").asText())
                .put("message", unparsed(places.fill(document.path("message").asText())))
                .put("reporter", document.path("reporter").asText());
    }

    private Verdict request(String id, JsonNode document) throws Exception {
        boolean changed = change(id, document.path("receiver").asText());
        HookServer server = document.path("controllerFlags").toString().contains("--no-cross-namespace-refs")
                ? withinNamespaces
                : usual;
        return changed ? eventually(() -> call(document, server)) : call(document, server);
    }

    /** What happened before some of the calls; says whether the server has yet to hear of it. */
    private boolean change(String id, String receiver) throws Exception {
        if (id.startsWith("rotation-")) {
            token("rotated");
        } else if (RESTORED.stream().anyMatch(id::startsWith) && !token.equals("webhook-s3cret")) {
            token("webhook-s3cret");
            reconcile("r-generic", "restored");
        }
        switch (id) {
            case "rotation-after-reconcile-old-path" -> reconcile(receiver, "rotated");
            case "suspended" -> cluster.change(receiver, "{\"spec\": {\"suspend\": true}}");
            case "secret-deleted-not-reconciled" -> cluster.removeSecret("tok2");
            case "secret-deleted-reconciled" -> reconcile(receiver, "1");
            case "bad-filter" -> cluster.change(receiver, "{\"spec\": {\"resourceFilter\": \"==\"}}");
            default -> {
                return false;
            }
        }
        return !id.equals("secret-deleted-not-reconciled");
    }

    private void token(String wanted) {
        if (!token.equals(wanted)) {
            cluster.token("tok", wanted);
            token = wanted;
        }
    }

    private void reconcile(String receiver, String request) {
        cluster.change(
                receiver,
                "{\"metadata\": {\"annotations\": {\"reconcile.fluxcd.io/requestedAt\": \"" + request + "\"}}}");
    }

    private Verdict call(JsonNode document, HookServer server) throws Exception {
        calling.lock();
        try {
            Map<String, String> before = requested;
            int logged = errors.lines().size();
            RawHttp.Answer answer = RawHttp.send(
                    server.port(),
                    document.path("method").asText(),
                    document.path("path").asText(),
                    headers(document),
                    body(document.path("body")));
            List<String> lines = errors.lines();
            requested = cluster.requested();
            ObjectNode seen = JSON.createObjectNode();
            seen.set("response", response(document.path("response"), answer));
            seen.set("annotated", JSON.valueToTree(changes(before, requested)));
            seen.set(
                    "logErrors",
                    JSON.valueToTree(lines.subList(logged, lines.size()).stream()
                            .map(this::general)
                            .toList()));
            return compare(wantedOf(document), seen);
        } finally {
            calling.unlock();
        }
    }

    private JsonNode wantedOf(JsonNode document) {
        ObjectNode wanted = JSON.createObjectNode();
        wanted.set("response", document.path("response"));
        wanted.set("annotated", document.path("annotated"));
        ArrayNode lines = wanted.putArray("logErrors");
        document.path("logErrors").forEach(line -> lines.add(general(line.asText())));
        return wanted;
    }

    private String general(String line) {
        String closed = places.fill("${CLOSED_PORT}");
        return places.fill(line)
                .replace("${CLOSED_HOSTPORT}", closed.replace("http://", ""))
                .replaceAll(
                        "\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d(\\.\\d+)? [+-]\\d{4} \\S+?(?=[) ]|$)", "\\${TIME}")
                .replaceAll("now=\\d+, expires=\\d+", "now=, expires=");
    }

    private static Set<String> changes(Map<String, String> before, Map<String, String> after) {
        Set<String> changed = new TreeSet<>();
        after.forEach((object, value) -> {
            boolean recorded = object.contains("/team-a/") || object.contains("/team-b/");
            if (recorded && !value.equals(before.get(object))) {
                changed.add(object);
            }
        });
        return changed;
    }

    private static ObjectNode response(JsonNode recorded, RawHttp.Answer answer) {
        ObjectNode seen = JSON.createObjectNode();
        seen.put("status", answer.status()).put("body", answer.body());
        if (recorded.has("headers")) {
            ObjectNode headers = seen.putObject("headers");
            recorded.path("headers")
                    .fieldNames()
                    .forEachRemaining(name -> headers.put(
                            name, answer.headers().getOrDefault(name.toLowerCase(java.util.Locale.ROOT), "")));
        }
        return seen;
    }

    private Map<String, String> headers(JsonNode document) {
        Map<String, String> headers = new LinkedHashMap<>();
        document.path("headers")
                .properties()
                .forEach(header -> headers.put(
                        header.getKey(),
                        places.fill(header.getValue().asText())
                                .replace("${VALID_JWT}", valid(document))
                                .replace("${JWT}", jwt(document))));
        return headers;
    }

    private String valid(JsonNode document) {
        String type = receivers
                .getOrDefault(document.path("receiver").asText(), JSON.createObjectNode())
                .at("/spec/type")
                .asText();
        ObjectNode claims =
                JSON.createObjectNode().put("iat", "now").put("exp", "now+3600").put("sub", "1");
        if (type.equals("gcr")) {
            claims.put("iss", "https://accounts.google.com")
                    .put("aud", "https://flux.example/hook")
                    .put("email", "pubsub@proj.iam.gserviceaccount.com")
                    .put("email_verified", true);
        } else {
            claims.put("iss", "${ISSUER}").put("aud", "notification-controller").put("repository_owner", "acme");
        }
        return TestIssuer.token("RS256", key, claims(claims));
    }

    private String jwt(JsonNode document) {
        JsonNode jwt = document.path("jwt");
        if (jwt.isMissingNode()) {
            return "";
        }
        boolean known =
                Set.of("JWKS key", "issuer key").contains(jwt.path("signedBy").asText());
        NamedKey signing = new NamedKey(jwt.path("kid").asText("k1"), (known ? key : foreign).pair());
        return TestIssuer.token(jwt.path("alg").asText("RS256"), signing, claims(document.path("claims")));
    }

    private JsonNode claims(JsonNode recorded) {
        ObjectNode claims = places.fill(recorded).deepCopy();
        for (String name : List.of("iat", "exp", "nbf")) {
            Matcher relative = RELATIVE.matcher(claims.path(name).asText(""));
            if (relative.matches()) {
                String offset = relative.group(1);
                claims.put(name, Instant.now().getEpochSecond() + (offset == null ? 0 : Long.parseLong(offset)));
            }
        }
        return claims;
    }

    private static byte[] body(JsonNode body) {
        if (body.has("base64")) {
            return Base64.getDecoder().decode(body.path("base64").asText());
        }
        Matcher repeated = REPEATED.matcher(body.asText());
        return (repeated.matches() ? repeated.group(1).repeat(Integer.parseInt(repeated.group(2))) : body.asText())
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Looks again until it passes or the patience is over. */
    private static Verdict eventually(Callable<Verdict> look) throws Exception {
        AtomicReference<Verdict> last = new AtomicReference<>(look.call());
        try {
            Awaitility.await().pollInSameThread().atMost(PATIENCE).until(() -> {
                boolean passed = last.get() instanceof Verdict.Passed;
                if (!passed) {
                    last.set(look.call());
                }
                return passed;
            });
        } catch (ConditionTimeoutException late) {
            // the last look says what was missing
        }
        return Objects.requireNonNull(last.get());
    }

    private static Verdict compare(JsonNode wanted, JsonNode seen) {
        return Verdict.of(Diff.between(Yaml.print(wanted), Yaml.print(seen)));
    }
}
