package io.fluxj.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Ports on loopback that stay the same from one run to the next, for what a run before has written into the kept cluster (addresses
 * of artifacts) and into its user's shells (the kubeconfig).
 */
final class KeptPort {

    private KeptPort() {}

    /**
     * The port noted in a file if it is free now; otherwise any free one, which is noted.
     *
     * @throws IOException if the file cannot be read or written
     */
    static int in(Path file) throws IOException {
        var noted = Files.isRegularFile(file) ? Files.readString(file).strip() : "";
        if (noted.matches("[1-9][0-9]{3,4}") && isFree(Integer.parseInt(noted))) {
            return Integer.parseInt(noted);
        }
        int port = anyFree();
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, Integer.toString(port));
        return port;
    }

    private static boolean isFree(int port) {
        try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return true;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    private static int anyFree() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
