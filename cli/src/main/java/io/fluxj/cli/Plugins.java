package io.fluxj.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Programs {@code flux-NAME} on the path, run as {@code fluxj NAME}; the commands of this program come before them. */
final class Plugins {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*");

    private Plugins() {}

    /** Runs the plugin that the first word names and returns its exit code; empty when there is none. */
    static Optional<Integer> run(List<String> words, Map<String, String> environment) {
        return words.stream()
                .findFirst()
                .filter(word -> NAME.matcher(word).matches() && !Families.has(word))
                .flatMap(word -> find("flux-" + word, environment))
                .map(program -> run(program, words.subList(1, words.size()), environment));
    }

    private static Optional<Path> find(String program, Map<String, String> environment) {
        return Arrays.stream(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, program))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    private static int run(Path program, List<String> arguments, Map<String, String> environment) {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(arguments);
        ProcessBuilder process = new ProcessBuilder(command).inheritIO();
        process.environment().clear();
        process.environment().putAll(environment);
        try {
            return process.start().waitFor();
        } catch (IOException e) {
            System.err.println("✗ the plugin " + program + " cannot be started: " + e.getMessage());
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 130;
        }
    }
}
