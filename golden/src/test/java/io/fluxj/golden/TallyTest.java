package io.fluxj.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

final class TallyTest {
    private static final Recording RECORDING = new Recording("x", Path.of("x.yaml"), Yaml.parse("{}"));

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Tally tally = new Tally(new PrintStream(out, true, StandardCharsets.UTF_8));

    @Test
    void countsWhatPassedAndFailedAndSaysWhatWasSkipped() {
        tally.count(RECORDING, new Verdict.Passed());
        tally.count(RECORDING, new Verdict.Passed());
        assertThatThrownBy(() -> tally.count(RECORDING, new Verdict.Differs("- a\n+ b\n")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("x is not as recorded")
                .hasMessageEndingWith("\n- a\n+ b\n");
        assertThatThrownBy(() -> tally.count(RECORDING, new Verdict.Skipped("no controller for Bucket yet")))
                .isInstanceOf(TestAbortedException.class);
        tally.countFailure();
        tally.print();

        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("skipped: x: no controller for Bucket yet\n2 passed, 2 failed\n");
    }
}
