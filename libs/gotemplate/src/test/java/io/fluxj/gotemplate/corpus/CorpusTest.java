package io.fluxj.gotemplate.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every recorded case, byte for byte. {@code -Dcorpus.dir=FOLDER} runs those of another folder of the same form. */
class CorpusTest {
    private static final Path SHIPPED = Path.of("src/test/resources/corpus");

    /** Cases about what Helm does with rendered manifests, which is not the business of templates. */
    private static final Set<String> ABOUT_CHARTS = Set.of("syntax-492", "syntax-493", "syntax-494", "syntax-495");

    private static final AtomicInteger PASSED = new AtomicInteger();
    private static final AtomicInteger FAILED = new AtomicInteger();

    @TestFactory
    Stream<DynamicContainer> recordedCases() throws IOException {
        String other = System.getProperty("corpus.dir", "");
        Path folder = other.isEmpty() ? SHIPPED : Path.of(other);
        CaseRunner runner = new CaseRunner(Files.exists(folder.resolve("functions/values.yaml")) ? folder : SHIPPED);
        List<DynamicContainer> groups = new ArrayList<>();
        for (Path file : files(folder)) {
            Stream<DynamicTest> tests = Case.read(file).stream()
                    .filter(c -> !ABOUT_CHARTS.contains(c.id()))
                    .map(c -> DynamicTest.dynamicTest(c.id() + " " + c.template(), () -> check(runner, c)));
            groups.add(DynamicContainer.dynamicContainer(file.getFileName().toString(), tests));
        }
        return groups.stream();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(path -> path.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    private static void check(CaseRunner runner, Case c) {
        FAILED.incrementAndGet();
        assertThat(runner.run(c)).isEqualTo(Objects.requireNonNullElse(c.error(), c.expected()));
        FAILED.decrementAndGet();
        PASSED.incrementAndGet();
    }

    @AfterAll
    @SuppressWarnings("SystemOut")
    static void sum() {
        System.out.println(PASSED + " passed, " + FAILED + " failed");
    }
}
