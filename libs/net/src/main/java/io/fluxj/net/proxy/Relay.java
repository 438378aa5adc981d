package io.fluxj.net.proxy;

import io.fluxj.net.tls.TlsConfig;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Speaks to a proxy what the JDK's clients cannot, and passes on all else as it is.
 *
 * @param server the proxy
 * @param tls whom to trust when it is spoken to over TLS
 */
record Relay(ProxyServer server, TlsConfig tls) {
    private static final int CONNECT_MILLISECONDS = 30_000;
    private static final int SOCKS = 5;
    private static final int BY_PASSWORD = 2;
    private static final byte REFUSED = 2;
    private static final int BUFFER = 8192;

    /** Serves one connection to its end. */
    void serve(Socket client) {
        try (client) {
            if (server.proxy().type() == Proxy.Type.SOCKS) {
                readGreeting(client);
            }
            try (Socket proxy = connect()) {
                join(client, proxy);
            } catch (IOException | GeneralSecurityException unusable) {
                refuse(client, unusable);
            }
        } catch (IOException | InterruptedException ended) {
            // the client sees that its connection ended
        }
    }

    private Socket connect() throws IOException, GeneralSecurityException {
        InetSocketAddress address = (InetSocketAddress) server.proxy().address();
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(address.getHostString(), address.getPort()), CONNECT_MILLISECONDS);
            if (server.tls()) {
                return overTls(socket, address);
            }
            logIn(socket);
            return socket;
        } catch (IOException | GeneralSecurityException | RuntimeException failed) {
            ProxyRoute.closeQuietly(socket);
            throw failed;
        }
    }

    private SSLSocket overTls(Socket socket, InetSocketAddress address) throws IOException, GeneralSecurityException {
        SSLSocketFactory factory = tls.context()
                .map(context -> context.getSocketFactory())
                .orElseGet(() -> (SSLSocketFactory) SSLSocketFactory.getDefault());
        SSLSocket secure = (SSLSocket) factory.createSocket(socket, address.getHostString(), address.getPort(), true);
        SSLParameters parameters = secure.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secure.setSSLParameters(parameters);
        secure.startHandshake();
        return secure;
    }

    /** Source: RFC 1929. */
    private void logIn(Socket proxy) throws IOException {
        OutputStream out = proxy.getOutputStream();
        DataInputStream in = new DataInputStream(proxy.getInputStream());
        out.write(new byte[] {SOCKS, 1, BY_PASSWORD});
        in.readByte();
        if (in.readUnsignedByte() != BY_PASSWORD) {
            throw new IOException("the proxy takes no name and password");
        }
        byte[] name = server.username().getBytes(StandardCharsets.UTF_8);
        byte[] password = server.password().getBytes(StandardCharsets.UTF_8);
        if (name.length > 255 || password.length > 255) {
            throw new IOException("name and password of a SOCKS proxy have 255 bytes at most");
        }
        out.write(1);
        out.write(name.length);
        out.write(name);
        out.write(password.length);
        out.write(password);
        in.readByte();
        if (in.readByte() != 0) {
            throw new IOException("the proxy does not accept this name and password");
        }
    }

    /** The client need not tell who it is. Source: RFC 1928. */
    private static void readGreeting(Socket client) throws IOException {
        DataInputStream in = new DataInputStream(client.getInputStream());
        int version = in.readUnsignedByte();
        if (version != SOCKS) {
            throw new IOException("not a SOCKS 5 client");
        }
        in.readNBytes(in.readUnsignedByte());
        client.getOutputStream().write(new byte[] {SOCKS, 0});
    }

    /** In a form that clients tell their callers of. What they asked is read before, or they would see a broken connection instead. */
    private void refuse(Socket client, Exception why) throws IOException {
        client.getInputStream().read(new byte[BUFFER]);
        OutputStream out = client.getOutputStream();
        if (server.proxy().type() == Proxy.Type.SOCKS) {
            out.write(new byte[] {SOCKS, REFUSED, 0, 1, 0, 0, 0, 0, 0, 0});
            return;
        }
        String reason = String.valueOf(why.getMessage()).replaceAll("[^ -~]", " ");
        String head = "HTTP/1.1 502 cannot reach the proxy: " + reason + "\r\nContent-Length: 0\r\n"
                + "Connection: close\r\n\r\n";
        out.write(head.getBytes(StandardCharsets.US_ASCII));
    }

    private static void join(Socket client, Socket proxy) throws InterruptedException {
        Thread back = Thread.ofVirtual().name("proxy-relay").start(() -> pass(proxy, client));
        pass(client, proxy);
        back.join();
    }

    private static void pass(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
                out.flush();
            }
            to.shutdownOutput();
        } catch (IOException ended) {
            ProxyRoute.closeQuietly(from);
            ProxyRoute.closeQuietly(to);
        }
    }
}
