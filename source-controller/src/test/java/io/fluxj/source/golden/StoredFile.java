package io.fluxj.source.golden;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** What lies in the store, in the words of the recording. */
final class StoredFile {
    private static final Set<String> DECLARED = Set.of("Chart.yaml", "Chart.lock", "values.yaml");

    private StoredFile() {}

    /** The stored artifact. */
    static ObjectNode describe(Path store, String path) throws IOException {
        ObjectNode described = JsonNodeFactory.instance.objectNode();
        Path file = store.resolve(path);
        described.put("path", path).put("exists", Files.exists(file));
        if (!Files.exists(file)) {
            return described;
        }
        byte[] packed = Files.readAllBytes(file);
        if (!path.endsWith("gz")) {
            described.put("digest", "sha256:" + sha256(packed)).put("size", packed.length);
            return described.put("content", new String(packed, StandardCharsets.UTF_8));
        }
        byte[] tar = new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes();
        described.put("digest", "sha256:" + sha256(packed)).put("size", packed.length);
        described.put("tarSha256", sha256(tar));
        ArrayNode entries = described.putArray("entries");
        try (TarArchiveInputStream in = new TarArchiveInputStream(new ByteArrayInputStream(tar))) {
            for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.add("%s %04o %d %s".formatted(kind(entry), entry.getMode(), entry.getSize(), name(entry)));
            }
        }
        return described.put("entryCount", entries.size());
    }

    /** What a package says of its chart: these files of its own, not of the charts in it. */
    static ObjectNode chart(Path file) throws IOException {
        ObjectNode chart = JsonNodeFactory.instance.objectNode();
        try (TarArchiveInputStream in = new TarArchiveInputStream(new GZIPInputStream(Files.newInputStream(file)))) {
            for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String name = entry.getName().replaceFirst("^[^/]*/", "");
                if (DECLARED.contains(name)) {
                    chart.put(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return chart;
    }

    /** The reader adds the slash; the archive has none. */
    private static String name(TarArchiveEntry entry) {
        String name = entry.getName();
        return entry.isDirectory() && name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    }

    private static String kind(TarArchiveEntry entry) {
        return entry.isDirectory() ? "d" : entry.isSymbolicLink() ? "l" : "f";
    }

    /** The object's folder, which lies in the store: names with modes, links with what they lead to. */
    static List<String> folder(Path store, Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> listed = Files.list(folder)) {
            return listed.sorted().map(file -> line(store, file)).toList();
        }
    }

    private static String line(Path store, Path file) {
        try {
            if (Files.isSymbolicLink(file)) {
                Path target = store.toRealPath().relativize(file.toRealPath());
                return file.getFileName() + " -> <storage>/" + target;
            }
            int mode = (int) Files.getAttribute(file, "unix:mode", LinkOption.NOFOLLOW_LINKS) & 07777;
            return "%s %04o".formatted(file.getFileName(), mode);
        } catch (IOException vanished) {
            return file.getFileName() + " vanished";
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
