package io.fluxj.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ScreenTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, UTF_8);

    @Test
    void printsOnlyLinesThatChangedWhereTheTableCannotBeRedrawn() {
        var screen = new Screen(out, false, 80);

        screen.show(List.of("HEAD", "a waits", "b waits"));
        screen.show(List.of("HEAD", "a waits", "b is ready"));
        screen.show(List.of("HEAD", "a waits", "b is ready"));

        assertThat(text()).isEqualTo("HEAD\na waits\nb waits\nb is ready\n");
    }

    @Test
    void redrawsTheTableInPlaceOnATerminal() {
        var screen = new Screen(out, true, 80);

        screen.show(List.of("HEAD", "a waits"));
        screen.show(List.of("HEAD", "a is ready"));

        assertThat(text()).isEqualTo("HEAD\na waits\n\033[2A\033[JHEAD\na is ready\n");
    }

    private String text() {
        return bytes.toString(UTF_8).replace(System.lineSeparator(), "\n");
    }
}
