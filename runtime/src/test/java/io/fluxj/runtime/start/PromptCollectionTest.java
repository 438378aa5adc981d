package io.fluxj.runtime.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromptCollectionTest {
    private static final long MIB = 1 << 20;

    @TempDir
    Path folder;

    @Test
    void halfAsMuchAgainAsLivesIsLeftAndEightMebibytesAtLeast() {
        assertThat(PromptCollection.threshold(100 * MIB, -1)).isEqualTo(150 * MIB);
        assertThat(PromptCollection.threshold(4 * MIB, -1)).isEqualTo(12 * MIB);
        assertThat(PromptCollection.threshold(100 * MIB, 120 * MIB)).isEqualTo(120 * MIB);
    }

    /** It makes 1,000 MiB of garbage that is old by the time it is dropped, with little living, in a heap that could hold all of it. */
    @Test
    void oldGarbageIsCollectedLongBeforeTheHeapIsFull() throws Exception {
        try (ControllerProcess hoarding =
                ControllerProcess.start(HoardingMain.class, folder.resolve("log"), Map.of(), List.of())) {
            assertThat(hoarding.process().waitFor(120, TimeUnit.SECONDS)).isTrue();
            assertThat(hoarding.process().exitValue()).as(hoarding.logged()).isZero();
            assertThat(Long.parseLong(hoarding.logged().strip())).isBetween(1L, 64L);
        }
    }
}
