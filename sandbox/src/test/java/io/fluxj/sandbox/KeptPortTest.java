package io.fluxj.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which port a sandbox listens on. */
final class KeptPortTest {

    @TempDir
    Path folder;

    @Test
    void takesTheSamePortAgain() throws Exception {
        var file = folder.resolve("ports/one");

        assertThat(KeptPort.in(file)).isEqualTo(KeptPort.in(file));
    }

    @Test
    void takesAnotherOneWhenItIsInUse() throws Exception {
        var file = folder.resolve("one");
        int before = KeptPort.in(file);

        try (var _ = new ServerSocket(before, 1, InetAddress.getLoopbackAddress())) {
            assertThat(KeptPort.in(file)).isNotEqualTo(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "none", "-1", "99999", "80"})
    void findsOneWhenNoneIsNoted(String noted) throws Exception {
        var file = Files.writeString(folder.resolve("one"), noted);

        assertThat(KeptPort.in(file)).isBetween(1024, 65535);
    }
}
