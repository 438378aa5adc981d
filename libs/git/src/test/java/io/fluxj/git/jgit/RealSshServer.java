package io.fluxj.git.jgit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.jspecify.annotations.Nullable;

/** An SSH server that lets one key in and runs Git's own {@code git upload-pack}. */
final class RealSshServer implements AutoCloseable {
    private final SshServer server;
    private final KeyPair hostKey;

    private RealSshServer(SshServer server, KeyPair hostKey) {
        this.server = server;
        this.hostKey = hostKey;
    }

    static RealSshServer start(Path repositories, Predicate<PublicKey> accepted) throws IOException {
        KeyPair hostKey = keyPair("ecdsa-sha2-nistp256", 256);
        SshServer server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        server.setPublickeyAuthenticator((user, key, session) -> accepted.test(key));
        server.setCommandFactory((channel, command) ->
                command.contains("/refused/") ? new Refusal() : new UploadPack(repositories, command));
        server.start();
        return new RealSshServer(server, hostKey);
    }

    static KeyPair keyPair(String type, int bits) throws IOException {
        try {
            return KeyUtils.generateKeyPair(type, bits);
        } catch (GeneralSecurityException impossible) {
            throw new IOException(impossible);
        }
    }

    int port() {
        return server.getPort();
    }

    String url(String path) {
        return "ssh://git@127.0.0.1:" + port() + "/" + path;
    }

    String hostKeyEntry() {
        return PublicKeyEntry.toString(hostKey.getPublic());
    }

    String knownHosts() {
        return "[127.0.0.1]:" + port() + " " + hostKeyEntry() + "\n";
    }

    @Override
    public void close() throws IOException {
        server.close(true);
    }

    /** Ends its output first, says why only then, and tells no exit status before that. */
    private static final class Refusal implements Command {
        private @Nullable OutputStream out;
        private @Nullable OutputStream errors;
        private @Nullable ExitCallback exit;

        @Override
        public void setInputStream(InputStream stream) {
            // it does not listen
        }

        @Override
        public void setOutputStream(OutputStream stream) {
            out = stream;
        }

        @Override
        public void setErrorStream(OutputStream stream) {
            errors = stream;
        }

        @Override
        public void setExitCallback(ExitCallback callback) {
            exit = callback;
        }

        @Override
        public void start(ChannelSession channel, Environment environment) {
            Thread.ofVirtual().start(() -> {
                try (OutputStream answer = Objects.requireNonNull(out);
                        OutputStream why = Objects.requireNonNull(errors)) {
                    answer.flush();
                    why.write("\nYour SSH key has expired.\nmore\n".getBytes(StandardCharsets.UTF_8));
                    why.flush();
                } catch (IOException closed) {
                    // the other side hung up
                }
                Objects.requireNonNull(exit).onExit(1);
            });
        }

        @Override
        public void destroy(ChannelSession channel) {
            // nothing is left
        }
    }

    private static final class UploadPack implements Command {
        private final Path repositories;
        private final String command;
        private @Nullable InputStream in;
        private @Nullable OutputStream out;
        private @Nullable ExitCallback exit;

        UploadPack(Path repositories, String command) {
            this.repositories = repositories;
            this.command = command;
        }

        @Override
        public void setInputStream(InputStream stream) {
            in = stream;
        }

        @Override
        public void setOutputStream(OutputStream stream) {
            out = stream;
        }

        @Override
        public void setErrorStream(OutputStream stream) {
            // errors of Git go to the test's own output
        }

        @Override
        public void setExitCallback(ExitCallback callback) {
            exit = callback;
        }

        @Override
        public void start(ChannelSession channel, Environment environment) throws IOException {
            String path = command.replaceFirst("^git-upload-pack '?/?", "").replaceFirst("'$", "");
            Process process = new ProcessBuilder(List.of("git", "upload-pack", path))
                    .directory(repositories.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            Thread.ofVirtual().start(() -> copy(in, process.getOutputStream()));
            Thread.ofVirtual().start(() -> {
                copy(process.getInputStream(), out);
                if (exit != null) {
                    exit.onExit(0);
                }
            });
        }

        private static void copy(@Nullable InputStream from, @Nullable OutputStream to) {
            if (from == null || to == null) {
                return;
            }
            try (to) {
                byte[] buffer = new byte[8192];
                for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                    to.write(buffer, 0, read);
                    to.flush();
                }
            } catch (IOException closed) {
                // the other side hung up
            }
        }

        @Override
        public void destroy(ChannelSession channel) {
            // the process ends with its input
        }
    }
}
