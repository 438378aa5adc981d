package io.fluxj.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TcpForwarderTest {
    private ServerSocket echo;
    private TcpForwarder way;

    @BeforeEach
    void start() throws IOException {
        echo = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.startVirtualThread(this::serve);
        way = TcpForwarder.to(URI.create("tcp://127.0.0.1:" + echo.getLocalPort()));
    }

    @AfterEach
    void stop() throws IOException {
        way.close();
        echo.close();
    }

    @Test
    void passesOnBothWays() throws IOException {
        try (Socket socket = connect()) {
            assertThat(echoed(socket, 7)).isEqualTo(7);
        }
    }

    @Test
    void breaksWhatIsOpenAndTakesWhatIsNew() throws IOException {
        try (Socket old = connect()) {
            echoed(old, 1);

            way.cut();

            assertThatThrownBy(() -> broken(echoed(old, 2))).isInstanceOf(IOException.class);
            try (Socket fresh = connect()) {
                assertThat(echoed(fresh, 3)).isEqualTo(3);
            }
        }
    }

    @Test
    void silencesWithoutAWord() throws IOException {
        try (Socket first = connect();
                Socket second = connect()) {
            echoed(first, 1);
            echoed(second, 1);

            way.silence(1);

            assertThat(echoed(first, 2)).isEqualTo(2);
            second.setSoTimeout(300);
            assertThatThrownBy(() -> echoed(second, 2)).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void refusesWhileItIsAway() throws IOException {
        way.goAway();
        assertThatThrownBy(() -> connect().close()).isInstanceOf(IOException.class);

        way.comeBack();
        try (Socket socket = connect()) {
            assertThat(echoed(socket, 9)).isEqualTo(9);
        }
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), way.port());
    }

    private static int echoed(Socket socket, int value) throws IOException {
        socket.getOutputStream().write(value);
        return socket.getInputStream().read();
    }

    private static void broken(int answer) throws IOException {
        if (answer < 0) {
            throw new IOException("closed");
        }
    }

    private void serve() {
        while (!echo.isClosed()) {
            try {
                Socket socket = echo.accept();
                Thread.startVirtualThread(() -> echo(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void echo(Socket socket) {
        try (socket;
                InputStream in = socket.getInputStream()) {
            in.transferTo(socket.getOutputStream());
        } catch (IOException e) {
            // The test cut it.
        }
    }
}
