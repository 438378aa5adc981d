package io.fluxj.kube.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads HTTP/1.1 requests off one connection, within bounds. */
final class RequestReader {
    /** What the real server allows for a body. */
    static final int MAX_BODY = 3 * 1024 * 1024;

    private static final int MAX_HEAD = 256 * 1024;
    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final InputStream in;
    private final OutputStream out;
    private final @Nullable X509Certificate certificate;
    private int headBytes;

    RequestReader(InputStream in, OutputStream out, @Nullable X509Certificate certificate) {
        this.in = in;
        this.out = out;
        this.certificate = certificate;
    }

    /** A request that breaks the protocol or its limits; the connection ends after the answer. */
    static final class Malformed extends IOException {
        private static final long serialVersionUID = 1L;
        private final int status;

        Malformed(int status, String message) {
            super(message);
            this.status = status;
        }

        int status() {
            return status;
        }

        String text() {
            return String.valueOf(getMessage());
        }
    }

    /** The next request; empty when the client closed the connection between two. */
    Optional<HttpRequest> next() throws IOException {
        headBytes = 0;
        String line = readLine();
        while (line != null && line.isEmpty()) {
            line = readLine();
        }
        if (line == null) {
            return Optional.empty();
        }
        int first = line.indexOf(' ');
        int last = line.lastIndexOf(' ');
        if (first <= 0 || last <= first || !line.startsWith("HTTP/1.", last + 1)) {
            throw new Malformed(400, "400 Bad Request: malformed request line");
        }
        String target = line.substring(first + 1, last);
        Map<String, List<String>> headers = readHeaders();
        byte[] body = readBody(headers);
        int question = target.indexOf('?');
        String path = question < 0 ? target : target.substring(0, question);
        try {
            Map<String, List<String>> query =
                    HttpRequest.parseQuery(question < 0 ? null : target.substring(question + 1));
            return Optional.of(new HttpRequest(line.substring(0, first), path, query, headers, body, certificate));
        } catch (IllegalArgumentException e) {
            throw new Malformed(400, "400 Bad Request: malformed query");
        }
    }

    private Map<String, List<String>> readHeaders() throws IOException {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (String line = require(readLine()); !line.isEmpty(); line = require(readLine())) {
            int colon = line.indexOf(':');
            if (colon <= 0) {
                throw new Malformed(400, "400 Bad Request: malformed header");
            }
            headers.computeIfAbsent(line.substring(0, colon).toLowerCase(Locale.ROOT), n -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        return headers;
    }

    private byte[] readBody(Map<String, List<String>> headers) throws IOException {
        String encoding = first(headers, "transfer-encoding");
        String length = first(headers, "content-length");
        if (encoding.isEmpty() && (length.isEmpty() || length.equals("0"))) {
            return new byte[0];
        }
        long size = length.isEmpty() ? 0 : size(length);
        if (size > MAX_BODY) {
            throw tooLarge();
        }
        if (first(headers, "expect").equalsIgnoreCase("100-continue")) {
            out.write(CONTINUE);
            out.flush();
        }
        if (encoding.isEmpty()) {
            byte[] body = in.readNBytes((int) size);
            if (body.length < size) {
                throw new IOException("the body ended early");
            }
            return body;
        }
        return readChunks();
    }

    private byte[] readChunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            String line = require(readLine());
            int semicolon = line.indexOf(';');
            int size = hex(semicolon < 0 ? line : line.substring(0, semicolon));
            if (size == 0) {
                skipTrailers();
                return body.toByteArray();
            }
            if (body.size() + (long) size > MAX_BODY) {
                throw tooLarge();
            }
            body.write(in.readNBytes(size));
            readLine();
            headBytes = 0;
        }
    }

    private void skipTrailers() throws IOException {
        String line = require(readLine());
        while (!line.isEmpty()) {
            line = require(readLine());
        }
    }

    private @Nullable String readLine() throws IOException {
        StringBuilder line = new StringBuilder(80);
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                return null;
            }
            if (++headBytes > MAX_HEAD) {
                throw new Malformed(431, "431 Request Header Fields Too Large");
            }
            if (b != '\r') {
                line.append((char) b);
            }
        }
        return line.toString();
    }

    private static String require(@Nullable String line) throws IOException {
        if (line == null) {
            throw new IOException("the request ended early");
        }
        return line;
    }

    private static String first(Map<String, List<String>> headers, String name) {
        List<String> values = headers.get(name);
        return values == null ? "" : values.getFirst();
    }

    private static long size(String text) throws Malformed {
        try {
            long size = Long.parseLong(text);
            if (size < 0) {
                throw new NumberFormatException(text);
            }
            return size;
        } catch (NumberFormatException e) {
            throw new Malformed(400, "400 Bad Request: bad Content-Length");
        }
    }

    private static int hex(String text) throws Malformed {
        try {
            return Integer.parseUnsignedInt(text.strip(), 16);
        } catch (NumberFormatException e) {
            throw new Malformed(400, "400 Bad Request: bad chunk size");
        }
    }

    private static Malformed tooLarge() {
        return new Malformed(413, "Request entity too large: limit is " + MAX_BODY);
    }
}
