package io.fluxj.source.helm.index;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The file {@code index.yaml} of a repository, as YAML or JSON. It is read once from beginning to end; only the places of its entries are kept in memory. Source:
 * behaviour §1.5, Helm 4's index.
 */
public final class IndexFile {
    private static final int LONGEST_VALUE = 1 << 20;
    private static final int BUFFER = 1 << 16;

    private final Tokens tokens;
    private final Decoder decoder;
    private final Charts charts;
    private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    private boolean hasEntries;

    private IndexFile(Tokens tokens, Charts charts) {
        this.tokens = tokens;
        this.decoder = new Decoder(tokens);
        this.charts = charts;
    }

    /**
     * Writes the form in which an index is stored: JSON, charts by name, versions from the newest to the oldest, without entries that Helm leaves out.
     *
     * @param index file that was downloaded
     * @param stored file that is written
     * @param folder existing folder for what is needed meanwhile
     * @throws IndexException when it is no index; nothing of use is in {@code stored} then
     */
    public static void convert(Path index, Path stored, Path folder) throws IOException {
        long size = Files.size(index);
        if (size == 0) {
            throw new IndexException("empty index.yaml file");
        }
        boolean json = JsonTokens.isIn(index, LONGEST_VALUE);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(index), BUFFER);
                Spool spool = Spool.create(folder)) {
            BoundedInput bounded = new BoundedInput(in, LONGEST_VALUE);
            Tokens tokens = json ? JsonTokens.of(in, LONGEST_VALUE) : YamlTokens.of(bounded, size);
            IndexFile file = new IndexFile(tokens, new Charts(spool));
            file.read();
            spool.complete();
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(stored), BUFFER)) {
                file.writeTo(out);
            }
        }
    }

    private void read() throws IOException {
        Token root = tokens.next();
        if (root instanceof Token.MapBegins) {
            readFields();
        } else if (!(root instanceof Token.Value(Object value) && value == null)) {
            throw decoder.unfit("cannot unmarshal " + root.word() + " where an index is wanted");
        }
        if (!(fields.get(IndexShapes.API_VERSION) instanceof String version) || version.isEmpty()) {
            throw new IndexException("no API version specified");
        }
    }

    private void readFields() throws IOException {
        Set<String> seen = new HashSet<>();
        for (String key = decoder.key(tokens.next()); key != null; key = decoder.key(tokens.next())) {
            decoder.requireFirst(seen.add(key), key);
            Optional<Shape.Field> field = IndexShapes.INDEX.find(key);
            if (field.isEmpty()) {
                decoder.pass(key);
            } else if (field.get().name().equals(IndexShapes.ENTRIES)) {
                readEntries();
            } else {
                decoder.enter(key);
                fields.put(field.get().name(), decoder.read(field.get().shape()));
                decoder.leave();
            }
        }
    }

    private void readEntries() throws IOException {
        decoder.enter(IndexShapes.ENTRIES);
        Token first = tokens.next();
        if (first instanceof Token.MapBegins) {
            hasEntries = true;
            for (String name = decoder.key(tokens.next()); name != null; name = decoder.key(tokens.next())) {
                decoder.requireFirst(!charts.has(name), name);
                decoder.enter(name);
                readChart(name);
                decoder.leave();
            }
        } else {
            requireNull(first, "an object");
        }
        decoder.leave();
    }

    private void readChart(String name) throws IOException {
        Token first = tokens.next();
        if (!(first instanceof Token.ListBegins)) {
            requireNull(first, "an array");
            charts.addAbsent(name);
            return;
        }
        Charts.Collector collector = charts.collect(name);
        int number = 0;
        for (Optional<Map<String, @Nullable Object>> entry = entry(number);
                entry.isPresent();
                entry = entry(++number)) {
            collector.add(entry.get());
        }
        collector.complete();
    }

    /** The next entry; nothing at the end of the list. */
    private Optional<Map<String, @Nullable Object>> entry(int number) throws IOException {
        decoder.enter(Integer.toString(number));
        Optional<Map<String, @Nullable Object>> entry = decoder.item(IndexShapes.VERSION);
        decoder.leave();
        return entry;
    }

    private void requireNull(Token token, String wanted) throws IndexException {
        if (!(token instanceof Token.Value(Object value) && value == null)) {
            throw decoder.unfit("cannot unmarshal " + token.word() + " where " + wanted + " is wanted");
        }
    }

    private void writeTo(OutputStream out) throws IOException {
        String separator = "{\n  ";
        for (Shape.Field field : IndexShapes.INDEX.fields()) {
            Optional<String> value = JsonText.field(field, fields.get(field.name()));
            if (field.name().equals(IndexShapes.ENTRIES) && hasEntries) {
                write(out, separator + "\"entries\": ");
                charts.writeTo(out);
            } else if (value.isPresent()) {
                write(out, separator + value.get());
            } else {
                continue;
            }
            separator = ",\n  ";
        }
        write(out, "\n}");
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
