package io.fluxj.manifest.decrypt;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.golden.Diff;
import io.fluxj.golden.GoldenTests;
import io.fluxj.golden.Recording;
import io.fluxj.golden.Verdict;
import io.fluxj.golden.Yaml;
import io.fluxj.kustomize.Kustomize;
import io.fluxj.manifest.BuildFailure;
import io.fluxj.sops.key.KeyException;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** What Flux makes of encrypted objects and of Secrets that hold encrypted files. */
final class SecretDataCorpusTest {
    @TestFactory
    Stream<DynamicNode> decryptsFilesInSecrets() {
        return GoldenTests.of(SopsCorpus.FOLDER.items("secret-data.json", ""), SecretDataCorpusTest::secret);
    }

    @TestFactory
    Stream<DynamicNode> decryptsObjects() {
        List<Recording> objects = SopsCorpus.FOLDER.items("cases.json", "").stream()
                .filter(each -> each.document().has("fluxResource"))
                .toList();
        return GoldenTests.of(objects, SecretDataCorpusTest::object);
    }

    private static Verdict secret(Recording recording) throws IOException, KeyException {
        JsonNode sample = recording.document();
        String input = SopsCorpus.text(sample.path("in").asText());
        if (sample.has("error")) {
            return error(sample.path("error").asText(), play(sample, input));
        }
        return same(
                SopsCorpus.text(sample.path(sample.has("out") ? "out" : "in").asText()), play(sample, input));
    }

    private static Verdict object(Recording recording) throws IOException, KeyException {
        JsonNode sample = recording.document();
        String input = SopsCorpus.text(sample.path("file").asText());
        JsonNode recorded = sample.path("fluxResource");
        return recorded.has("error")
                ? error(recorded.path("error").asText(), play(sample, input))
                : same(SopsCorpus.text(recorded.path("yaml").asText()), play(sample, input));
    }

    private static String play(JsonNode sample, String input) throws IOException, KeyException {
        try {
            return SopsCorpus.keys(sample.path("keys"))
                    .objects(List.of(Kustomize.reread(input)))
                    .getFirst()
                    .toYaml();
        } catch (BuildFailure e) {
            return "error: " + e.message();
        }
    }

    private static Verdict error(String recorded, String seen) {
        String text = seen.replaceAll("\\s", "");
        return text.endsWith(recorded.replaceAll("\\s", ""))
                ? new Verdict.Passed()
                : Verdict.of(Diff.between("error: " + recorded, seen));
    }

    private static Verdict same(String recorded, String seen) {
        boolean equal = !seen.startsWith("error:") && Yaml.parse(recorded).equals(Yaml.parse(seen));
        return equal ? new Verdict.Passed() : Verdict.of(Diff.between(recorded, seen));
    }
}
