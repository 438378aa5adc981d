package io.fluxj.git.jgit;

import io.fluxj.git.GitException;
import io.fluxj.git.GitException.Problem;
import io.fluxj.net.tls.UnverifiedCertificate;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;
import org.eclipse.jgit.errors.RemoteRepositoryException;
import org.eclipse.jgit.errors.TooLargeObjectInPackException;
import org.eclipse.jgit.errors.TransportException;

/** Reads the meaning out of what JGit, the JDK and the SSH client throw. What a server said is made fit to be shown. */
final class Failures {
    /** How many causes are looked at. */
    static final int DEEPEST = 20;

    /** The first is what JGit says of such a reference, the second what Git says of a client that asks with the other format. */
    private static final Pattern LONG_HASHES =
            Pattern.compile("advertisement line: '[0-9a-f]{64} |mismatched algorithms: client sha1");

    /** How servers say that there is no such repository. Source: go-git, {@code isRepoNotFoundError}. */
    private static final Pattern NO_REPOSITORY = Pattern.compile(
            "(?i)repository not found|repository does not exist|does not appear to be a git repository|no such repository"
                    + "|access denied or repository not exported|the project you were looking for could not be found");

    private Failures() {}

    /**
     * What went wrong.
     *
     * @param ssh the SSH sessions it went wrong on, when it was over SSH
     */
    static GitException of(Throwable failed, Optional<GuardedSsh> ssh) {
        Optional<String> rejection = ssh.flatMap(GuardedSsh::rejection);
        if (rejection.isPresent()) {
            return new GitException(Problem.HOST_KEY, rejection.get(), failed);
        }
        List<Throwable> chain = Stream.iterate(failed, t -> t != null, Throwable::getCause)
                .limit(DEEPEST)
                .toList();
        return chain.reversed().stream()
                .map(cause -> known(cause, chain, ssh))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> new GitException(Problem.PROTOCOL, text(failed), failed));
    }

    /** A server that could not be connected to, in Go's words. */
    static TransportException notConnected(String peer, ConnectException refused) {
        return Guard.failure(
                Problem.UNREACHABLE,
                "dial tcp " + peer + ": connect: " + text(refused).toLowerCase(Locale.ROOT));
    }

    private static Optional<GitException> known(Throwable cause, List<Throwable> chain, Optional<GuardedSsh> ssh) {
        Throwable failed = chain.getFirst();
        return switch (cause) {
            case GitException already -> Optional.of(already);
            case NoRemoteRepositoryException _ ->
                Optional.of(refused(ssh.map(GuardedSsh::said).orElse(""), "unknown error: ", failed));
            case RemoteRepositoryException told -> Optional.of(refused(text(told), "remote error: ", failed));
            case TooLargeObjectInPackException _ ->
                failure(Problem.REFUSED, "the server sent an object that is too large", failed);
            case SocketTimeoutException _ -> failure(Problem.TIMEOUT, "no answer in time", failed);
            case UnknownHostException _ -> failure(Problem.UNREACHABLE, "no such host: " + text(cause), failed);
            case ConnectException _, NoRouteToHostException _ -> failure(Problem.UNREACHABLE, text(cause), failed);
            case SSLException _ ->
                failure(Problem.CERTIFICATE, UnverifiedCertificate.message(chain, text(cause)), failed);
            case SocketException _ -> failure(Problem.UNREACHABLE, text(cause), failed);
            case SshException ssh2
            when ssh2.getDisconnectCode() == SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE ->
                failure(Problem.AUTHENTICATION, "ssh: the server does not accept this identity", failed);
            default -> byText(text(cause), failed);
        };
    }

    /** What a server says instead of an answer; without a word, there is no repository. */
    private static GitException refused(String said, String prefix, Throwable failed) {
        return said.isEmpty() || NO_REPOSITORY.matcher(said).find()
                ? new GitException(Problem.REPOSITORY_NOT_FOUND, "repository not found", failed)
                : new GitException(Problem.PROTOCOL, prefix + said, failed);
    }

    private static Optional<GitException> byText(String text, Throwable failed) {
        if (text.startsWith("Unable to tunnel through proxy")) {
            return failure(Problem.UNREACHABLE, text, failed);
        }
        return LONG_HASHES.matcher(text).find()
                ? failure(
                        Problem.UNSUPPORTED, "the repository's object format is sha256; only sha1 is supported", failed)
                : Optional.empty();
    }

    private static Optional<GitException> failure(Problem problem, String message, Throwable cause) {
        return Optional.of(new GitException(problem, message, cause));
    }

    /** JGit puts the address before its messages, which is said already, and may not be the one that the user wrote. */
    private static String text(Throwable failure) {
        String message = failure.getMessage();
        if (message == null) {
            return failure.getClass().getSimpleName();
        }
        boolean addressed = failure instanceof TransportException && message.matches("(?s)(https?|ssh)://\\S+: .*");
        return ServerText.of(addressed ? message.substring(message.indexOf(": ") + 2) : message);
    }
}
