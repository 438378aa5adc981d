package io.fluxj.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** Builds archives entry by entry, also such as no honest program writes. */
final class HostileTar {
    private static final int BLOCK = 512;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    HostileTar file(String name, String content) {
        byte[] data = content.getBytes(StandardCharsets.UTF_8);
        return name.length() > 100
                ? longName(name).entry("cut", TarConstants.LF_NORMAL, "", data)
                : entry(name, TarConstants.LF_NORMAL, "", data);
    }

    HostileTar folder(String name) {
        return entry(name, TarConstants.LF_DIR, "", new byte[0]);
    }

    HostileTar link(String name, byte type, String linkName) {
        return entry(name, type, linkName, new byte[0]);
    }

    /** A GNU long name of so many characters, without the entry that it belongs to. */
    HostileTar longName(int length) {
        return longName("n".repeat(length));
    }

    private HostileTar longName(String name) {
        return entry(
                "././@LongLink", TarConstants.LF_GNUTYPE_LONGNAME, "", (name + "\0").getBytes(StandardCharsets.UTF_8));
    }

    HostileTar raw(byte[] raw) {
        bytes.writeBytes(raw);
        return this;
    }

    HostileTar end() {
        return raw(new byte[2 * BLOCK]);
    }

    byte[] gzipped() {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            bytes.writeTo(gzip);
            gzip.write(new byte[2 * BLOCK]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zipped.toByteArray();
    }

    private HostileTar entry(String name, byte type, String linkName, byte[] content) {
        TarArchiveEntry entry = new TarArchiveEntry(name, type, true);
        entry.setLinkName(linkName);
        entry.setSize(content.length);
        byte[] header = new byte[BLOCK];
        entry.writeEntryHeader(header);
        raw(header).raw(content);
        return raw(new byte[(BLOCK - content.length % BLOCK) % BLOCK]);
    }
}
