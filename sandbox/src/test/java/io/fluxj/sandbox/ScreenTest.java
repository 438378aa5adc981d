package io.fluxj.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.sandbox.ObjectRow.State;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ScreenTest {

    private static final String HEAD = "KIND  NAMESPACE  NAME  READY  REVISION  MESSAGE";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, UTF_8);
    private TerminalSize size = new TerminalSize(80, 24);

    @Test
    void printsOnlyLinesThatChangedWhereTheTableCannotBeRedrawn() {
        var screen = new Screen(out, false, () -> size);

        screen.show(List.of(row("a", "waits"), row("b", "waits")));
        screen.show(List.of(row("a", "waits"), row("b", "is here")));
        screen.show(List.of(row("a", "waits"), row("b", "is here")));

        assertThat(text())
                .isEqualTo(HEAD
                        + "\nK     n          a     True             waits\nK     n          b     True             waits\n"
                        + "K     n          b     True             is here\n");
    }

    @Test
    void drawsOnAScreenOfItsOwnAndLeavesTheLastTableBehind() {
        var screen = new Screen(out, true, () -> size);

        screen.note("# next");
        screen.show(List.of(row("a", "waits")));
        screen.show(List.of(row("a", "is here")));
        screen.close();

        var first = "K     n          a     True             waits";
        var second = "K     n          a     True             is here";
        assertThat(text())
                .isEqualTo("# next\n"
                        + "\033[?1049h\033[H\033[J# next\033[K\r\n" + HEAD + "\033[K\r\n" + first + "\033[K\033[J"
                        + "\033[H# next\033[K\r\n" + HEAD + "\033[K\r\n" + second + "\033[K\033[J"
                        + "\033[?1049l" + HEAD + "\n" + second + "\n");
    }

    @Test
    void clearsTheScreenWhenItsSizeChanged() {
        var screen = new Screen(out, true, () -> size);
        screen.show(List.of(row("a", "waits")));
        bytes.reset();

        size = new TerminalSize(40, 24);
        screen.show(List.of(row("a", "waits")));

        assertThat(text()).startsWith("\033[H\033[J");
    }

    private static ObjectRow row(String name, String message) {
        return new ObjectRow("K", "n", name, State.READY, "", message);
    }

    private String text() {
        return bytes.toString(UTF_8)
                .replace("\r\n", "\r\0")
                .replace(System.lineSeparator(), "\n")
                .replace("\r\0", "\r\n");
    }
}
