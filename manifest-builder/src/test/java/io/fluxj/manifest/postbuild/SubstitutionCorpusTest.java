package io.fluxj.manifest.postbuild;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.api.kustomize.v1.PostBuild;
import io.fluxj.api.kustomize.v1.SubstituteStrategy;
import io.fluxj.api.meta.Choice;
import io.fluxj.golden.Diff;
import io.fluxj.golden.GoldenFolder;
import io.fluxj.golden.GoldenTests;
import io.fluxj.golden.Verdict;
import io.fluxj.kustomize.BuiltResource;
import io.fluxj.kustomize.Kustomize;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Whole objects, with the answers of the function that the real controller calls. */
final class SubstitutionCorpusTest {
    private static final Path SHIPPED = Path.of("src/test/resources/substitution-corpus");
    private static final String YAML_ERROR = "envsubst error: YAMLToJSON: yaml: ";

    /** Half a character is refused by the text engine already, with words of its own. */
    private static final String CUT_CHARACTER = YAML_ERROR + "invalid leading UTF-8 octet";

    @TestFactory
    Stream<DynamicNode> givesTheRecordedObjectOrError() {
        return GoldenTests.of(
                GoldenFolder.of(SHIPPED).items("resources.yaml", ""), recording -> verdict(recording.document()));
    }

    private static Verdict verdict(JsonNode recorded) {
        BuiltResource object = Kustomize.reread(recorded.path("input").asText());
        String error = recorded.path("error").asText();
        try {
            BuiltResource seen = substitute(recorded, object);
            return Verdict.of(error.isEmpty() ? difference(recorded, object, seen) : "- " + error + "\n+ no error\n");
        } catch (SubstitutionFailure failure) {
            boolean same = error.equals(CUT_CHARACTER)
                    || (error.startsWith(YAML_ERROR)
                            && String.valueOf(failure.getMessage()).startsWith(YAML_ERROR));
            return Verdict.of(same ? "" : Diff.between(error, String.valueOf(failure.getMessage())));
        }
    }

    private static String difference(JsonNode recorded, BuiltResource object, BuiltResource seen) {
        if (recorded.path("untouched").asBoolean()) {
            return seen == object ? "" : "- untouched\n+ another object\n";
        }
        return Diff.between(recorded.path("expect").asText(), seen.toYaml());
    }

    private static BuiltResource substitute(JsonNode node, BuiltResource object) throws SubstitutionFailure {
        Map<String, String> values = new TreeMap<>();
        node.path("vars")
                .properties()
                .forEach(entry -> values.put(entry.getKey(), entry.getValue().asText()));
        SubstituteStrategy strategy =
                node.path("always").asBoolean() ? SubstituteStrategy.ALWAYS : SubstituteStrategy.WITH_VARIABLES;
        PostBuild asked =
                PostBuild.builder().substituteStrategy(Choice.of(strategy)).build();
        return ObjectSubstitution.of(
                        asked, Variables.of(values), node.path("strict").asBoolean())
                .substitute(object);
    }
}
