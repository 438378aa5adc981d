package io.fluxj.git.ssh;

import io.fluxj.git.GitException;
import io.fluxj.git.GitException.Problem;
import java.io.IOException;
import java.security.PublicKey;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.PublicKeyEntry;

/**
 * Asks an SSH server for its key, and believes it: for the first time that somebody meets a server, where nobody can say better.
 *
 * @param host name or address
 * @param port of its SSH server
 * @param algorithms of keys, most wanted first; empty for all that are known
 */
public record HostKeyScan(String host, int port, List<String> algorithms) {
    private static final int USUAL_PORT = 22;

    /**
     * The line for {@code known_hosts}, with a line break at its end.
     *
     * @throws GitException when the server cannot be reached, or shows no key within the time
     */
    public String knownHosts(Duration timeout) throws GitException {
        String place = port == USUAL_PORT ? host : "[" + host + "]:" + port;
        return place + " " + PublicKeyEntry.toString(key(timeout)) + "\n";
    }

    private PublicKey key(Duration timeout) throws GitException {
        CompletableFuture<PublicKey> shown = new CompletableFuture<>();
        try (SshClient client = SshClient.setUpDefaultClient()) {
            if (!algorithms.isEmpty()) {
                client.setSignatureFactoriesNames(algorithms);
            }
            client.setServerKeyVerifier((session, address, key) -> {
                shown.complete(key);
                return false;
            });
            client.start();
            return shown(client, shown, timeout);
        } catch (IOException | RuntimeException unreachable) {
            throw failed(Problem.UNREACHABLE, String.valueOf(unreachable.getMessage()), unreachable);
        }
    }

    /** The session ends as soon as its key is refused; what it says of that does not count. */
    private PublicKey shown(SshClient client, CompletableFuture<PublicKey> shown, Duration timeout)
            throws IOException, GitException {
        try (ClientSession session =
                client.connect("git", host, port).verify(timeout).getSession()) {
            session.addCloseFutureListener(
                    _ -> shown.completeExceptionally(new IOException("the connection was closed before a key came")));
            return shown.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw failed(Problem.TIMEOUT, "no key came within " + timeout.toSeconds() + "s", late);
        } catch (ExecutionException closed) {
            throw failed(Problem.UNREACHABLE, "the connection was closed before a key came", closed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw failed(Problem.UNREACHABLE, "interrupted", stopped);
        }
    }

    private GitException failed(Problem problem, String why, Throwable cause) {
        return new GitException(problem, "unable to scan the SSH key of " + host + ":" + port + ": " + why, cause);
    }
}
