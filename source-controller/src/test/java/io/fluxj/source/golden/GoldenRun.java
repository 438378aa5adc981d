package io.fluxj.source.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Plays one scenario and collects what differs from the recording. */
final class GoldenRun {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LINGER = Duration.ofSeconds(20);
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{40}");
    private static final ObjectMapper PRINT = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private final GoldenScenario scenario;
    private final GoldenCluster cluster;
    private final GoldenServers servers;
    private final GoldenShell shell;
    private final Path store;
    private final Path folder;
    private final GoldenEvents events;
    private Set<String> earlierEvents = Set.of();
    private boolean failedBefore;

    GoldenRun(GoldenScenario scenario, GoldenCluster cluster, GoldenServers servers, GoldenShell shell, Path work)
            throws IOException {
        this.scenario = scenario;
        this.cluster = cluster;
        this.servers = servers;
        this.shell = shell;
        this.store = work.resolve("store");
        this.folder = Files.createDirectories(work.resolve("scratch").resolve(scenario.id()));
        this.events = new GoldenEvents(servers);
    }

    /** Differences, none when all is as recorded. */
    List<String> play() throws IOException, InterruptedException {
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < scenario.steps().size(); i++) {
            JsonNode step = scenario.steps().get(i);
            events.startStep(cluster.events(), servers.sink().events());
            act(step, "t" + (i + 1));
            if (step.has("expect")) {
                check(step, differences);
            }
        }
        return differences;
    }

    private void act(JsonNode step, String token) throws IOException, InterruptedException {
        if (step.has("script")) {
            shell.run(step.get("script").asText(), scenario.id(), folder);
        }
        for (JsonNode object : step.path("apply")) {
            cluster.apply(PRINT.readTree(fill(object)));
        }
        for (JsonNode patch : step.path("patch")) {
            cluster.merge(name(patch.get("object")), fill(patch.get("merge")));
        }
        if (step.has("note")) {
            damage(step.get("note").asText());
        }
        step.path("delete").forEach(object -> cluster.delete(name(object)));
        if (step.has("trigger")) {
            cluster.trigger(name(step.get("trigger")), token);
        }
        if (step.has("pause")) {
            Duration pause = Duration.ofMillis((long) (step.get("pause").asDouble() * 1000));
            Awaitility.await().pollDelay(pause).atMost(pause.plusSeconds(10)).until(() -> true);
        }
    }

    private String fill(JsonNode node) throws IOException {
        JsonNode filled = Placeholders.fill(node, text -> servers.fill(text, scenario.id()));
        return PRINT.writeValueAsString(filled);
    }

    private void damage(String note) throws IOException {
        JsonNode object = cluster.read("repo").orElseThrow();
        Path file = store.resolve(object.at("/status/artifact/path").asText());
        if (note.contains("appended")) {
            Files.write(file, new byte[] {1}, StandardOpenOption.APPEND);
        } else {
            Files.delete(file);
        }
    }

    private void check(JsonNode step, List<String> differences) throws IOException {
        Map<String, JsonNode> expected = Placeholders.objects(step.get("expect"));
        if (step.path("wait").asText().contains("settled")) {
            awaitQuietly(PATIENCE, () -> expected.keySet().stream().allMatch(this::isSettled));
        } else if (step.has("wait")) {
            awaitQuietly(PATIENCE, () -> expected.keySet().stream()
                    .allMatch(key -> cluster.read(Placeholders.name(key)).isEmpty()));
        }
        awaitQuietly(LINGER, () -> differences(step, expected).isEmpty());
        differences(step, expected)
                .forEach(difference ->
                        differences.add(scenario.id() + "/" + step.get("name").asText() + " " + difference));
        earlierEvents = events.appeared(cluster.events());
        failedBefore |= earlierEvents.stream().anyMatch(line -> line.contains(" Warning "));
    }

    private static void awaitQuietly(Duration atMost, Callable<Boolean> condition) {
        try {
            Awaitility.await()
                    .pollInSameThread()
                    .pollInterval(Duration.ofMillis(50))
                    .atMost(atMost)
                    .until(condition);
        } catch (ConditionTimeoutException differs) {
            // what differs is reported by the comparison that follows
        }
    }

    private boolean isSettled(String key) {
        return cluster.read(Placeholders.name(key)).filter(Settled::isSettled).isPresent();
    }

    private List<String> differences(JsonNode step, Map<String, JsonNode> expected) throws IOException {
        List<String> found = new ArrayList<>();
        for (Map.Entry<String, JsonNode> object : expected.entrySet()) {
            JsonNode want = GoldenObject.recorded(object.getValue());
            JsonNode got = GoldenObject.observed(
                    cluster.read(Placeholders.name(object.getKey())),
                    servers,
                    store,
                    GoldenObject.listed(object.getValue()));
            compare(object.getKey(), text(print(want)), text(print(got)), found);
        }
        JsonNode expect = step.get("expect");
        Set<String> wantEvents = GoldenEvents.expected(expect.path("events"), "type", "annotations");
        compareEvents("events", wantEvents, events.appeared(cluster.events()), found);
        Set<String> wantPosts = GoldenEvents.expected(expect.path("posted"), "severity", "metadata");
        compareEvents("posted", wantPosts, events.posted(servers.sink().events(), scenario.id()), found);
        return found;
    }

    /** A failing object is tried again in its own time, so its event may or may not show once more. */
    private void compareEvents(String what, Set<String> want, Set<String> got, List<String> found) {
        Set<String> missing = new TreeSet<>(texts(want));
        missing.removeAll(texts(got));
        missing.removeIf(this::isRetry);
        Set<String> surplus = new TreeSet<>(texts(got));
        surplus.removeAll(texts(want));
        surplus.removeIf(line -> isRetry(line) || isPoll(line));
        if (!missing.isEmpty() || !surplus.isEmpty()) {
            found.add(what + "\n  missing: " + missing + "\n  surplus: " + surplus);
        }
    }

    /** How many intervals of two seconds end within a step is up to the clock; each tells that nothing changed. */
    private boolean isPoll(String line) {
        return scenario.id().equals("git-interval-poll") && line.contains(" GitOperationSucceeded no changes since ");
    }

    private boolean isRetry(String line) {
        boolean again = earlierEvents.contains(line.replace(" error ", " Warning "));
        return (again && !line.contains(" Normal ")) || (failedBefore && line.contains(" GitOperationSucceeded "));
    }

    /** Where the address of a server is part of the commit, hashes hold for the ports of the recording only. */
    private String text(String recorded) {
        return scenario.id().startsWith("git-submodules")
                ? HASH.matcher(recorded).replaceAll("<hash>")
                : recorded;
    }

    private Set<String> texts(Set<String> lines) {
        return lines.stream().map(this::text).collect(Collectors.toCollection(TreeSet::new));
    }

    private static void compare(String what, String want, String got, List<String> found) {
        if (!want.equals(got)) {
            found.add(what + "\n  recorded: " + without(want, got) + "\n  observed: " + without(got, want));
        }
    }

    /** Lines of one that the other does not have. */
    private static List<String> without(String one, String other) {
        List<String> lines = new ArrayList<>(one.lines().map(String::strip).toList());
        lines.removeAll(other.lines().map(String::strip).toList());
        return lines;
    }

    private static String print(JsonNode node) throws IOException {
        Object sorted = PRINT.treeToValue(node, Object.class);
        return PRINT.writeValueAsString(sorted);
    }

    private static String name(JsonNode reference) {
        return Placeholders.name(reference.asText());
    }
}
