package io.fluxj.automation.golden;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.automation.BareRepository;
import io.fluxj.automation.message.CommitMessage;
import io.fluxj.automation.setters.Setters;
import io.fluxj.automation.update.PathNotFoundException;
import io.fluxj.automation.update.TreeUpdate;
import io.fluxj.golden.Diff;
import io.fluxj.golden.GoldenFolder;
import io.fluxj.golden.GoldenTests;
import io.fluxj.golden.Recording;
import io.fluxj.golden.Verdict;
import io.fluxj.golden.Yaml;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Which values Flux was seen to set, in which files. Where Flux prints a file anew, ours keeps its bytes: then no line may differ but those of values, and what was
 * set must be the same.
 */
class SettersGoldenTest {
    private static final Pattern MARKER_ABOVE =
            Pattern.compile("(?m)^[ \\t]*#[^\\n]*\\$imagepolicy[^\\n]*\\n[^\\n#]*: [^\\n#]*$");

    @TempDir
    Path work;

    @TestFactory
    Stream<DynamicNode> setsWhatFluxWasSeenToSet() throws Exception {
        GoldenFolder golden = RecordedPolicies.readable(GoldenFolder.of(RecordedPolicies.SHIPPED), work);
        JsonNode document = Yaml.read(golden.file("setters.yaml"));
        FilesUnderTest files = FilesUnderTest.start(work);
        Map<String, Setters.Image> images = RecordedPolicies.images(document.path("policies"));
        String template = document.path("changesTemplate").asText();
        return new GoldenTests()
                        .add(
                                "recorded",
                                golden.items("setters.yaml", "cases"),
                                recording -> play(files, recording, images, template),
                                4,
                                files)
                        .stream();
    }

    private static Verdict play(
            FilesUnderTest files, Recording recording, Map<String, Setters.Image> images, String template)
            throws Exception {
        JsonNode recorded = recording.document();
        String why = whySkipped(recorded.path("before"));
        if (!why.isEmpty()) {
            return new Verdict.Skipped(why);
        }
        String path = recorded.path("update").path("path").asText("");
        try {
            TreeUpdate.Result seen =
                    files.update(recording.id(), recorded.path("before"), path, Setters.of("auto", images));
            return Verdict.of(contents(recorded, seen) + changes(recorded, seen, template));
        } catch (PathNotFoundException missing) {
            String expected =
                    recorded.path("conditions").path(1).path("message").asText().replace("${WORKDIR}/", "");
            return Verdict.of(Diff.between(expected, "failed to apply policies: " + missing.getMessage()));
        }
    }

    /** Rules about content, each of which is a line of docs/differences.md. */
    private static String whySkipped(JsonNode before) {
        for (JsonNode file : before) {
            String text = new String(BareRepository.content(file), StandardCharsets.UTF_8);
            if (text.contains("internal.config.kubernetes.io/")) {
                return "annotations of Flux's library mean nothing to us";
            }
            if (text.contains("kind: List")) {
                return "items of a List are set where they stand, not in a new file";
            }
            if (MARKER_ABOVE.matcher(text).find()) {
                return "a marker alone on the line above counts";
            }
        }
        return "";
    }

    private static String contents(JsonNode recorded, TreeUpdate.Result seen) {
        StringBuilder difference = new StringBuilder();
        for (Map.Entry<String, JsonNode> file : recorded.path("before").properties()) {
            String before = text(file.getValue());
            JsonNode after = recorded.path("after").path(file.getKey());
            String expected = after.isMissingNode() ? before : text(after);
            byte[] bytes = seen.contents().get(file.getKey());
            String ours = bytes == null ? before : new String(bytes, StandardCharsets.UTF_8);
            boolean sameBytes = expected.equals(ours);
            boolean bytesKept = !after.isMissingNode() && isMinimal(before, ours);
            difference.append(sameBytes || bytesKept ? "" : file.getKey() + "\n" + Diff.between(expected, ours));
        }
        return difference.toString();
    }

    private static String text(JsonNode file) {
        return new String(BareRepository.content(file), StandardCharsets.ISO_8859_1)
                .transform(bytes -> new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
    }

    /** No line differs but those with a marker, or that follow the head of a block with one. */
    private static boolean isMinimal(String before, String ours) {
        List<String> left = Arrays.asList(before.split("\n", -1));
        List<String> right = Arrays.asList(ours.split("\n", -1));
        if (left.size() != right.size()) {
            return false;
        }
        boolean inBlock = false;
        for (int i = 0; i < left.size(); i++) {
            boolean marked = left.get(i).contains("$imagepolicy");
            boolean same = left.get(i).equals(right.get(i));
            if (!same && !marked && !inBlock) {
                return false;
            }
            inBlock = left.get(i).matches(".*[|>][+-]? #.*imagepolicy.*")
                    || (inBlock && left.get(i).startsWith(" "));
        }
        return true;
    }

    private static String changes(JsonNode recorded, TreeUpdate.Result seen, String template) throws Exception {
        if (!recorded.has("changes")) {
            return seen.contents().isEmpty() ? "" : "nothing was to be changed\n";
        }
        String ours = new CommitMessage(template, Map.of())
                .render(new CommitMessage.Subject("auto", "test", seen.changes(), Map.of()));
        return Diff.between(recorded.path("changes").asText().strip(), ours.strip());
    }
}
