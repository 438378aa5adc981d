package io.fluxj.sops.real;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** The program of sops. */
record RealSops(Path folder) {
    /** Names a folder that holds the programs sops, age and age-keygen. */
    static final String PROGRAMS = "FLUXJ_CLIENTS";

    /** What a program ended with and printed. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Answer(int code, byte[] out) {}

    Answer run(Path keys, String program, String... arguments) throws IOException, InterruptedException {
        Path programs = Path.of(Objects.requireNonNull(System.getenv(PROGRAMS)));
        List<String> command = new ArrayList<>(List.of(programs.resolve(program).toString()));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile(folder, "out", "");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(folder.resolve("errors").toFile());
        builder.environment().put("SOPS_AGE_KEY_FILE", keys.toString());
        builder.environment().put("HOME", folder.toString());
        Process process = builder.start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException(program + " does not end");
        }
        return new Answer(process.exitValue(), Files.readAllBytes(out));
    }
}
