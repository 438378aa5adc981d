package io.fluxj.notification.receiver;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Sends a request byte by byte as it is written down, which clients of HTTP would put in order. */
final class RawHttp {
    private static final int PATIENCE_MILLIS = 60_000;
    private static final byte[] BLANK = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private RawHttp() {}

    /**
     * An answer.
     *
     * @param headers by name in lower case
     */
    record Answer(int status, Map<String, String> headers, String body) {}

    static Answer send(int port, String method, String target, Map<String, String> headers, byte[] body)
            throws IOException {
        StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: hooks.test\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Content-Length: ").append(body.length).append("\r\nConnection: close\r\n\r\n");
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            OutputStream out = socket.getOutputStream();
            out.write(head.toString().getBytes(StandardCharsets.UTF_8));
            out.write(body);
            out.flush();
            return read(socket.getInputStream());
        }
    }

    private static Answer read(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        in.transferTo(all);
        byte[] bytes = all.toByteArray();
        int end = endOfHead(bytes);
        String[] lines = new String(bytes, 0, end, StandardCharsets.UTF_8).split("\r\n", -1);
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line : Arrays.asList(lines).subList(1, lines.length)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        String body = new String(bytes, end + BLANK.length, bytes.length - end - BLANK.length, StandardCharsets.UTF_8);
        return new Answer(Integer.parseInt(lines[0].split(" ", -1)[1]), headers, body);
    }

    private static int endOfHead(byte[] bytes) throws IOException {
        for (int i = 0; i + BLANK.length <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + BLANK.length, BLANK, 0, BLANK.length)) {
                return i;
            }
        }
        throw new IOException("no answer, but: " + new String(bytes, StandardCharsets.UTF_8));
    }
}
