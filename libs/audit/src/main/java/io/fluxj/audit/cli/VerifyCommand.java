package io.fluxj.audit.cli;

import io.fluxj.audit.Seal;
import io.fluxj.audit.Verification;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code audit verify}: whether a journal is as it was written. */
@Command(
        name = "verify",
        description = "Says whether a journal is as it was written, and how far it goes.",
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
    private static final int BROKEN = 1;
    private static final int LONGEST_KEY = 1 << 20;

    @Parameters(paramLabel = "FILE", description = "The journal; - for standard input.")
    private String file = "";

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            description =
                    "The key that entries are sealed with, as the token of the Secret has it; several for keys of different times.")
    private List<Path> keys = new ArrayList<>();

    @Option(names = "--among-others", description = "There may be other lines, as in the log of a container.")
    private boolean amongOthers;

    @Option(
            names = "--late-start",
            description = "The first entries of a chain may be missing, as in a log that is kept for some time.")
    private boolean lateStart;

    @Override
    public Integer call() throws IOException {
        List<Seal> seals = new ArrayList<>();
        for (Path key : keys) {
            seals.add(Seal.of(key(key)));
        }
        try (BufferedReader text = open()) {
            return tell(Verification.of(
                    new LineReader(text),
                    seals.isEmpty() ? List.of(new Seal.Plain()) : seals,
                    new Verification.Leniency(amongOthers, lateStart)));
        }
    }

    private BufferedReader open() throws IOException {
        return file.equals("-")
                ? new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                : new BufferedReader(
                        new InputStreamReader(Files.newInputStream(Path.of(file)), StandardCharsets.UTF_8));
    }

    /** Editors end files with a line feed; a token in a Secret is used without white space around it. */
    private static byte[] key(Path file) throws IOException {
        if (Files.size(file) > LONGEST_KEY) {
            throw new IOException(file + " is longer than any key");
        }
        byte[] key = Files.readString(file).strip().getBytes(StandardCharsets.UTF_8);
        if (key.length == 0) {
            throw new IOException(file + " holds no key");
        }
        return key;
    }

    private static int tell(Verification.Verdict verdict) {
        return switch (verdict) {
            case Verification.Verdict.Intact(List<Verification.Chain> chains) -> {
                chains.forEach(chain -> System.out.println("chain "
                        + chain.head().chain() + ": entries " + chain.first() + " to "
                        + chain.head().number() + ", head " + chain.head().hash()));
                System.out.println(chains.isEmpty() ? "there are no entries" : "intact");
                yield 0;
            }
            case Verification.Verdict.Broken(long line, String problem) -> {
                System.out.println("broken: line " + line + ": " + problem);
                yield BROKEN;
            }
        };
    }
}
