package io.fluxj.helm.cli;

import io.fluxj.helm.values.GivenValues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags that give values. */
final class ValueFlags {

    @Option(
            names = {"-f", "--values"},
            paramLabel = "FILE",
            description = "Values in a YAML file; - for standard input. Later ones count.")
    private List<String> files = new ArrayList<>();

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "A value: a.b=1, a[0]=x, a={x,y}.")
    private List<String> typed = new ArrayList<>();

    @Option(names = "--set-string", paramLabel = "KEY=TEXT", description = "A value that is a text.")
    private List<String> texts = new ArrayList<>();

    @Option(names = "--set-json", paramLabel = "KEY=JSON", description = "A value in JSON, or an object of values.")
    private List<String> json = new ArrayList<>();

    @Option(names = "--set-file", paramLabel = "KEY=FILE", description = "A value that is the text of a file.")
    private List<String> fileTexts = new ArrayList<>();

    @Option(names = "--set-literal", paramLabel = "KEY=TEXT", description = "A value in which nothing has a meaning.")
    private List<String> literals = new ArrayList<>();

    Map<String, @Nullable Object> values(Streams streams) {
        return given().merged(name -> read(streams, name));
    }

    private GivenValues given() {
        List<String> split =
                files.stream().flatMap(list -> CommaList.of(list).stream()).toList();
        return new GivenValues(split, json, typed, texts, fileTexts, literals);
    }

    private static byte[] read(Streams streams, String name) throws IOException {
        if (name.strip().equals("-")) {
            return streams.in().readAllBytes();
        }
        try {
            return Files.readAllBytes(Path.of(name));
        } catch (NoSuchFileException e) {
            throw new IOException("open " + name + ": no such file or directory", e);
        } catch (IOException e) {
            throw new IOException(
                    "read " + name + ": " + (Files.isDirectory(Path.of(name)) ? "is a directory" : e.getMessage()), e);
        }
    }
}
