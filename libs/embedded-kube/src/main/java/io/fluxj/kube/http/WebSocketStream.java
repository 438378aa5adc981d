package io.fluxj.kube.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.concurrent.locks.ReentrantLock;

/** A stream in websocket text frames (RFC 6455), one per piece. */
final class WebSocketStream extends OpenStream {
    private static final String ACCEPT_GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int TEXT = 0x81;
    private static final int CLOSE = 0x88;
    private static final int PONG = 0x8A;
    private static final int MAX_CLIENT_FRAME = 64 * 1024;

    private final ReentrantLock writing = new ReentrantLock();

    private WebSocketStream(Socket socket, InputStream in, OutputStream out) {
        super(socket, in, out);
    }

    static WebSocketStream accept(HttpRequest request, Socket socket, InputStream in, OutputStream out)
            throws IOException {
        String head = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n"
                + "Connection: Upgrade\r\nSec-WebSocket-Accept: "
                + accept(request.header("sec-websocket-key").orElse(""))
                + "\r\n\r\n";
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.flush();
        return new WebSocketStream(socket, in, out);
    }

    @SuppressWarnings("InsecureCryptoUsage") // the handshake is defined with SHA-1; nothing is protected by it
    private static String accept(String key) {
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            return Base64.getEncoder()
                    .encodeToString(sha1.digest((key + ACCEPT_GUID).getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no SHA-1", e);
        }
    }

    @Override
    public void send(byte[] piece) throws IOException {
        frame(TEXT, piece);
    }

    @Override
    void end() throws IOException {
        frame(CLOSE, new byte[] {0x03, (byte) 0xE8});
    }

    private void frame(int opcode, byte[] payload) throws IOException {
        writing.lock();
        try {
            OutputStream out = output();
            out.write(opcode);
            if (payload.length < 126) {
                out.write(payload.length);
            } else if (payload.length <= 0xFFFF) {
                out.write(126);
                out.write(payload.length >>> 8);
                out.write(payload.length);
            } else {
                out.write(127);
                for (int shift = 56; shift >= 0; shift -= 8) {
                    out.write((int) ((long) payload.length >>> shift));
                }
            }
            out.write(payload);
            out.flush();
        } finally {
            writing.unlock();
        }
    }

    @Override
    void drain() throws IOException {
        int opcode = readFrame();
        while (opcode != (CLOSE & 0x0F)) {
            opcode = readFrame();
        }
    }

    private int readFrame() throws IOException {
        int first = readByte();
        int second = readByte();
        long length = second & 0x7F;
        if (length >= 126) {
            int bytes = length == 126 ? 2 : 8;
            length = 0;
            for (int i = 0; i < bytes; i++) {
                length = length << 8 | readByte();
            }
        }
        if (length < 0 || length > MAX_CLIENT_FRAME) {
            throw new IOException("a websocket frame of " + length + " bytes from a watcher");
        }
        byte[] mask = (second & 0x80) == 0 ? new byte[4] : input().readNBytes(4);
        byte[] payload = input().readNBytes((int) length);
        int opcode = first & 0x0F;
        if (opcode == 0x9) {
            for (int i = 0; i < payload.length; i++) {
                payload[i] ^= mask[i % 4];
            }
            frame(PONG, payload);
        }
        return opcode;
    }

    private int readByte() throws IOException {
        int value = input().read();
        if (value < 0) {
            throw new EOFException("the client left");
        }
        return value;
    }
}
