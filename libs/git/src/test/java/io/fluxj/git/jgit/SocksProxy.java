package io.fluxj.git.jgit;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A SOCKS 5 proxy for one user; all names lead to this machine. */
final class SocksProxy implements AutoCloseable {
    private static final String USER = "someone:let-me-through";

    private final ServerSocket listener;
    private final List<String> targets = new CopyOnWriteArrayList<>();

    private SocksProxy(ServerSocket listener) {
        this.listener = listener;
    }

    static SocksProxy start() throws IOException {
        SocksProxy proxy = new SocksProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        Thread.ofVirtual().start(proxy::accept);
        return proxy;
    }

    /** What it was asked to lead to, {@code host:port}. */
    List<String> targets() {
        return targets;
    }

    String address() {
        return "127.0.0.1:" + listener.getLocalPort();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            DataInputStream in = new DataInputStream(client.getInputStream());
            OutputStream out = client.getOutputStream();
            in.readByte();
            in.readNBytes(in.readUnsignedByte());
            out.write(new byte[] {5, 2});
            in.readByte();
            String user = text(in) + ":" + text(in);
            out.write(new byte[] {1, (byte) (user.equals(USER) ? 0 : 1)});
            if (user.equals(USER)) {
                lead(in, client);
            }
        } catch (IOException | InterruptedException broken) {
            // the client sees that its connection ended
        }
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readUnsignedByte()), StandardCharsets.US_ASCII);
    }

    private void lead(DataInputStream in, Socket client) throws IOException, InterruptedException {
        in.readNBytes(3);
        boolean named = in.readByte() == 3;
        String host =
                named ? text(in) : InetAddress.getByAddress(in.readNBytes(4)).getHostAddress();
        int port = in.readUnsignedShort();
        targets.add(host + ":" + port);
        try (Socket server = new Socket(InetAddress.getLoopbackAddress(), port)) {
            client.getOutputStream().write(new byte[] {5, 0, 0, 1, 0, 0, 0, 0, 0, 0});
            Thread back = Thread.ofVirtual().start(() -> pipe(server, client));
            pipe(client, server);
            back.join();
        }
    }

    private static void pipe(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException ended) {
            // the other direction notices as well
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
