package io.fluxj.kube.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A stream in HTTP chunks. */
final class ChunkedStream extends OpenStream {
    private static final byte[] END = "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LINE = "\r\n".getBytes(StandardCharsets.US_ASCII);

    ChunkedStream(Socket socket, InputStream in, OutputStream out) {
        super(socket, in, out);
    }

    @Override
    public void send(byte[] piece) throws IOException {
        OutputStream out = output();
        out.write(Integer.toHexString(piece.length).getBytes(StandardCharsets.US_ASCII));
        out.write(LINE);
        out.write(piece);
        out.write(LINE);
        out.flush();
    }

    @Override
    void end() throws IOException {
        output().write(END);
        output().flush();
    }

    @Override
    void drain() throws IOException {
        int next = input().read();
        while (next >= 0) {
            next = input().read();
        }
    }
}
