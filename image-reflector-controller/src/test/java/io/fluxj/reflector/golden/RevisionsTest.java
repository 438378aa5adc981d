package io.fluxj.reflector.golden;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.golden.GoldenFolder;
import io.fluxj.reflector.tags.Revision;
import io.fluxj.reflector.tags.TagOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** How lists of tags are summed up, with both storages of Flux. */
class RevisionsTest {
    private static final Path SHIPPED = Path.of("src/test/resources/golden/image-policy");

    @TempDir
    Path work;

    @TestFactory
    Stream<DynamicTest> areThoseOfFlux() throws Exception {
        GoldenFolder golden = Recorded.readable(GoldenFolder.of(SHIPPED), work);
        List<DynamicTest> tests = new ArrayList<>();
        golden.items("flux-storage-revisions.yaml", "cases")
                .forEach(recorded -> tests.add(test(
                        recorded.document().path("tags"),
                        Revision.SHA256,
                        recorded.document().path("revision").asText())));
        golden.items("repositories.yaml", "cases").stream()
                .filter(recorded -> recorded.id().startsWith("set-"))
                .forEach(recorded -> tests.add(test(
                        recorded.document().path("registryTags"),
                        Revision.ADLER32,
                        recorded.document()
                                .at("/status/lastScanResult/revision")
                                .asText())));
        return tests.stream();
    }

    private static DynamicTest test(JsonNode tags, Revision revision, String recorded) {
        List<String> counted = ImageStage.texts(tags).stream()
                .filter(tag -> !tag.endsWith(".sig"))
                .toList();
        return DynamicTest.dynamicTest(recorded, () -> Assertions.assertThat(revision.of(TagOrder.descending(counted)))
                .isEqualTo(recorded));
    }
}
