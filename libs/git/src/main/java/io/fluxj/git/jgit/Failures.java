package io.fluxj.git.jgit;

import io.fluxj.git.GitException;
import io.fluxj.git.GitException.Problem;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;
import org.eclipse.jgit.internal.JGitText;

/** Reads the meaning out of what JGit, the JDK and the SSH client throw. */
final class Failures {
    /** The first is what JGit says of such a reference, the second what Git says of a client that asks with the other format. */
    private static final Pattern LONG_HASHES =
            Pattern.compile("advertisement line: '[0-9a-f]{64} |mismatched algorithms: client sha1");

    private Failures() {}

    /**
     * What went wrong.
     *
     * @param rejection why the SSH server's key was refused, when it was
     */
    static GitException of(Throwable failed, Optional<String> rejection) {
        if (rejection.isPresent()) {
            return new GitException(Problem.HOST_KEY, rejection.get(), failed);
        }
        List<Throwable> chain = Stream.iterate(failed, t -> t != null, Throwable::getCause)
                .limit(20)
                .toList();
        return chain.reversed().stream()
                .map(cause -> known(cause, failed))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> new GitException(Problem.PROTOCOL, text(failed), failed));
    }

    private static Optional<GitException> known(Throwable cause, Throwable failed) {
        return switch (cause) {
            case GitException already -> Optional.of(already);
            case NoRemoteRepositoryException _ -> failure(Problem.REPOSITORY_NOT_FOUND, "repository not found", failed);
            case SocketTimeoutException _ -> failure(Problem.TIMEOUT, "no answer in time", failed);
            case UnknownHostException _ -> failure(Problem.UNREACHABLE, "no such host: " + text(cause), failed);
            case ConnectException _, NoRouteToHostException _ -> failure(Problem.UNREACHABLE, text(cause), failed);
            case SSLException _ ->
                failure(Problem.CERTIFICATE, "tls: failed to verify certificate: " + text(cause), failed);
            case SocketException _ -> failure(Problem.UNREACHABLE, text(cause), failed);
            case SshException ssh
            when ssh.getDisconnectCode() == SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE ->
                failure(Problem.AUTHENTICATION, "ssh: the server does not accept this identity", failed);
            default -> byText(text(cause), failed);
        };
    }

    private static Optional<GitException> byText(String text, Throwable failed) {
        if (isUnauthorized(text)) {
            return failure(Problem.AUTHENTICATION, "authentication required", failed);
        }
        return LONG_HASHES.matcher(text).find()
                ? failure(
                        Problem.UNSUPPORTED, "the repository's object format is sha256; only sha1 is supported", failed)
                : Optional.empty();
    }

    private static Optional<GitException> failure(Problem problem, String message, Throwable cause) {
        return Optional.of(new GitException(problem, message, cause));
    }

    private static boolean isUnauthorized(String message) {
        JGitText words = JGitText.get();
        return Stream.of(words.notAuthorized, words.noCredentialsProvider).anyMatch(message::contains);
    }

    private static String text(Throwable failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }
}
