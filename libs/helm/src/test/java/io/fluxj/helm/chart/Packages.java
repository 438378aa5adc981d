package io.fluxj.helm.chart;

import io.fluxj.archive.Digest;
import io.fluxj.archive.DigestAlgorithm;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Packages as lines: mode, name, size and the begin of the digest of each file. */
final class Packages {
    private static final int BLOCK = 512;

    private Packages() {}

    static Chart loaded(Path path) {
        return new ChartLoader(LoadLimits.STANDARD, notice -> {}).load(path);
    }

    static byte[] packed(Chart chart) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ChartPackage.write(chart, out);
        return out.toByteArray();
    }

    static List<String> listed(byte[] archive) throws IOException {
        byte[] tar = new GZIPInputStream(new ByteArrayInputStream(archive)).readAllBytes();
        List<String> lines = new ArrayList<>();
        int at = 0;
        while (tar[at] != 0) {
            int size = Integer.parseInt(field(tar, at + 124, 12), 8);
            byte[] data = Arrays.copyOfRange(tar, at + BLOCK, at + BLOCK + size);
            lines.add(String.join(
                    "\t",
                    Integer.toOctalString(Integer.parseInt(field(tar, at + 100, 8), 8)),
                    field(tar, at, 100),
                    String.valueOf(size),
                    Digest.of(DigestAlgorithm.SHA256, data).hex().substring(0, 16)));
            at += BLOCK + (size + BLOCK - 1) / BLOCK * BLOCK;
        }
        return lines;
    }

    private static String field(byte[] tar, int at, int width) {
        String text = new String(tar, at, width, StandardCharsets.UTF_8);
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }
}
