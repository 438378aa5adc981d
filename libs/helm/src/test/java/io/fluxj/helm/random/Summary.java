package io.fluxj.helm.random;

import io.fluxj.archive.Digest;
import io.fluxj.archive.DigestAlgorithm;
import java.util.stream.Collectors;

/** What a run came to, in one line. */
final class Summary {
    private Summary() {}

    /** Warnings come in the order of a map of Go, that is in any; hints are ours. */
    static String of(int code, String out, String err) {
        String warnings =
                err.lines().filter(line -> line.startsWith("level=")).sorted().collect(Collectors.joining("\n"));
        String failure = err.lines()
                .filter(line -> !line.startsWith("level=") && !line.startsWith("Hint: "))
                .collect(Collectors.joining("\n"));
        String all = out + "\n" + warnings + "\n" + failure;
        return (code == 0 ? "renders " : "fails ")
                + Digest.of(DigestAlgorithm.SHA256, all).hex().substring(0, 16);
    }
}
