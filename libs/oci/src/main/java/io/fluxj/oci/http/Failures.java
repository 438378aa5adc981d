package io.fluxj.oci.http;

import io.fluxj.net.tls.UnverifiedCertificate;
import io.fluxj.oci.RegistryException;
import io.fluxj.oci.RegistryException.Problem;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Says what went wrong on the way to a server. */
final class Failures {
    private Failures() {}

    static RegistryException timeout(String request) {
        return new RegistryException(
                Problem.TIMEOUT, request + ": the time for it is over; see spec.timeout if it was too short");
    }

    static RegistryException unreachable(String request, Throwable failure) {
        List<Throwable> causes = Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(20)
                .toList();
        if (has(causes, CertificateException.class)) {
            return failed(Problem.CERTIFICATE, request, UnverifiedCertificate.message(causes, text(failure)), failure);
        }
        if (has(causes, HttpTimeoutException.class)) {
            return timeout(request);
        }
        return failed(Problem.UNREACHABLE, request, reason(causes, failure), failure);
    }

    private static String reason(List<Throwable> causes, Throwable failure) {
        if (has(causes, UnresolvedAddressException.class) || has(causes, UnknownHostException.class)) {
            return "no such host";
        }
        if (has(causes, ConnectException.class)) {
            return "connect: connection refused";
        }
        return has(causes, SSLException.class) ? "tls: " + text(failure) : text(failure);
    }

    private static RegistryException failed(Problem problem, String request, String reason, Throwable cause) {
        return new RegistryException(problem, request + ": " + reason, cause);
    }

    private static boolean has(List<Throwable> causes, Class<? extends Throwable> type) {
        return causes.stream().anyMatch(type::isInstance);
    }

    private static String text(Throwable failure) {
        String message = failure instanceof IOException || failure.getCause() == null
                ? failure.getMessage()
                : failure.getCause().getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }
}
