package io.fluxj.reflector.tags;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;

/**
 * The file of one list: a line with the digest of what follows, then a line for each tag; compressed when it is long.
 *
 * @param compressAbove bytes
 */
record TagFile(long compressAbove) {
    private static final int MAGIC = 0x1f;

    void write(Path file, List<String> tags) throws IOException {
        long length = tags.stream().mapToLong(tag -> tag.length() + 1L).sum();
        try (OutputStream plain = new BufferedOutputStream(Files.newOutputStream(file));
                OutputStream out = length > compressAbove ? new GZIPOutputStream(plain) : plain) {
            line(out, Revision.lines(tags).toString());
            for (String tag : tags) {
                line(out, tag);
            }
        }
    }

    private static void line(OutputStream out, String text) throws IOException {
        out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    List<String> read(Path file) throws IOException {
        List<String> tags = new ArrayList<>();
        try (BufferedReader lines = open(file)) {
            String digest = lines.readLine();
            for (String tag = lines.readLine(); tag != null; tag = lines.readLine()) {
                tags.add(tag);
            }
            if (!Revision.lines(tags).toString().equals(digest)) {
                throw new DamagedTagsException("the tags have another digest than was written");
            }
        } catch (EOFException | ZipException cut) {
            throw new DamagedTagsException(String.valueOf(cut.getMessage()));
        }
        return List.copyOf(tags);
    }

    private static BufferedReader open(Path file) throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
        try {
            bytes.mark(1);
            boolean compressed = bytes.read() == MAGIC;
            bytes.reset();
            InputStream in = compressed ? new GZIPInputStream(bytes) : bytes;
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException failed) {
            bytes.close();
            throw failed;
        }
    }
}
