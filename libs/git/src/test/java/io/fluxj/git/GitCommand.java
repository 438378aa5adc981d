package io.fluxj.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Git's own command line, run in one folder with fixed author, dates and configuration. */
public record GitCommand(Path folder) {
    private static final Map<String, String> ENVIRONMENT = Map.ofEntries(
            Map.entry("GIT_CONFIG_GLOBAL", "/dev/null"),
            Map.entry("GIT_CONFIG_SYSTEM", "/dev/null"),
            Map.entry("GIT_TERMINAL_PROMPT", "0"),
            Map.entry("GIT_AUTHOR_NAME", "test"),
            Map.entry("GIT_AUTHOR_EMAIL", "test@example.com"),
            Map.entry("GIT_COMMITTER_NAME", "test"),
            Map.entry("GIT_COMMITTER_EMAIL", "test@example.com"),
            Map.entry("GIT_AUTHOR_DATE", "1704067200 +0000"),
            Map.entry("GIT_COMMITTER_DATE", "1704067200 +0000"));

    private record Result(int code, String output) {}

    public boolean isInstalled() {
        try {
            return execute("--version").code() == 0;
        } catch (IOException missing) {
            return false;
        }
    }

    /** Output (with error output) of a command that must succeed. */
    public String run(String... arguments) throws IOException {
        Result result = execute(arguments);
        if (result.code() != 0) {
            throw new AssertionError("git " + String.join(" ", arguments) + " failed:\n" + result.output());
        }
        return result.output();
    }

    /** Output (with error output) of a command that must fail. */
    public String failure(String... arguments) throws IOException {
        Result result = execute(arguments);
        if (result.code() == 0) {
            throw new AssertionError("git " + String.join(" ", arguments) + " succeeded:\n" + result.output());
        }
        return result.output();
    }

    private Result execute(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("git", "-c", "commit.gpgsign=false"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().putAll(ENVIRONMENT);
        Process process = builder.redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return new Result(process.waitFor(), output);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        }
    }
}
