package io.fluxj.helm.provenance;

import io.fluxj.helm.Diagnosis.Subject;
import io.fluxj.helm.HelmException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A text and its signature (RFC 9580 §7).
 *
 * @param text what is signed: each byte a character, lines without blanks at their ends and with CRLF between them
 * @param signature in ASCII armour
 */
record ClearSigned(String text, String signature) {
    private static final int MOST_BYTES = 1 << 20;
    private static final String TEXT = "-----BEGIN PGP SIGNED MESSAGE-----";
    private static final String SIGNATURE = "-----BEGIN PGP SIGNATURE-----";

    /** The first one in a file; what stands around it counts for nothing. */
    static ClearSigned of(byte[] file) {
        if (file.length > MOST_BYTES) {
            throw new HelmException(
                    Subject.LIMIT,
                    "provenance has " + file.length + " bytes, more than the " + MOST_BYTES + " allowed");
        }
        List<String> lines = Arrays.stream(new String(file, StandardCharsets.ISO_8859_1).split("\n", -1))
                .map(ClearSigned::withoutEndingBlanks)
                .toList();
        List<String> message = after(lines, TEXT);
        int headers = message.indexOf("");
        int end = message.indexOf(SIGNATURE);
        if (headers < 0
                || end <= headers
                || !message.subList(0, headers).stream().allMatch(line -> line.startsWith("Hash:"))) {
            throw missing();
        }
        String text = message.subList(headers + 1, end).stream()
                .map(ClearSigned::unescaped)
                .collect(Collectors.joining("\r\n"));
        return new ClearSigned(text, String.join("\n", message.subList(end, message.size())));
    }

    private static List<String> after(List<String> lines, String mark) {
        int at = lines.indexOf(mark);
        if (at < 0) {
            throw missing();
        }
        return lines.subList(at + 1, lines.size());
    }

    private static String unescaped(String line) {
        if (line.startsWith("-") && !line.startsWith("- ") && !line.equals("-")) {
            throw missing();
        }
        return line.startsWith("- ") ? line.substring(2) : line.equals("-") ? "" : line;
    }

    private static String withoutEndingBlanks(String line) {
        int end = line.length();
        while (end > 0 && " \t\r".indexOf(line.charAt(end - 1)) >= 0) {
            end--;
        }
        return line.substring(0, end);
    }

    private static HelmException missing() {
        return new HelmException(Subject.PROVENANCE, "signature block not found")
                .advising("give the .prov file that helm package --sign wrote beside the package");
    }
}
