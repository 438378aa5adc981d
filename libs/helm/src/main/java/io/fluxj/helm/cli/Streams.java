package io.fluxj.helm.cli;

import io.fluxj.gotemplate.value.GoText;
import java.io.InputStream;
import java.io.PrintStream;

/** Where a command reads and writes. */
public record Streams(InputStream in, PrintStream out, PrintStream err) {

    /** Those of the process. */
    public static Streams ofProcess() {
        return new Streams(System.in, System.out, System.err);
    }

    /** Prints a text of Go byte for byte. */
    void print(String text) {
        byte[] bytes = GoText.bytes(text);
        out.write(bytes, 0, bytes.length);
        out.flush();
    }

    void complain(String line) {
        byte[] bytes = GoText.bytes(line + "\n");
        err.write(bytes, 0, bytes.length);
        err.flush();
    }
}
