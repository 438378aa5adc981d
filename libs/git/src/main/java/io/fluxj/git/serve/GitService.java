package io.fluxj.git.serve;

import java.util.Arrays;
import java.util.Optional;

/** The two halves of Git's transfer protocol. */
enum GitService {
    UPLOAD_PACK("git-upload-pack"),
    RECEIVE_PACK("git-receive-pack");

    private final String command;

    GitService(String command) {
        this.command = command;
    }

    /** Name in URLs and media types. */
    String command() {
        return command;
    }

    /** The service that a query {@code service=git-upload-pack} names. */
    static Optional<GitService> named(String query) {
        return Arrays.stream(values())
                .filter(s -> query.equals("service=" + s.command))
                .findFirst();
    }

    /** The service that a path {@code /app.git/git-upload-pack} ends with. */
    static Optional<GitService> atEndOf(String path) {
        return Arrays.stream(values())
                .filter(s -> path.endsWith("/" + s.command))
                .findFirst();
    }
}
