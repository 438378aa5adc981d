package io.fluxj.oci.http;

import io.fluxj.oci.RegistryException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;

/** A server's answer, of which the body has not been read yet. */
record Reply(HttpResponse<InputStream> response, Deadline deadline, Deadline.Guard guard) implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    static Reply of(HttpResponse<InputStream> response, Deadline deadline) {
        return new Reply(response, deadline, deadline.guard(response.body()));
    }

    int status() {
        return response.statusCode();
    }

    boolean isOk() {
        return status() == 200;
    }

    URI uri() {
        return response.uri();
    }

    /** {@code GET http://host/path}. */
    String request() {
        return response.request().method() + " " + Addresses.shown(uri());
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    List<String> headers(String name) {
        return response.headers().allValues(name);
    }

    /** The size that was announced; empty when none was. */
    Optional<Long> announced() {
        try {
            return response.headers().firstValue("Content-Length").map(Long::valueOf);
        } catch (NumberFormatException malformed) {
            return Optional.empty();
        }
    }

    /** The whole body. */
    byte[] bytes(int limit) throws RegistryException, InterruptedException {
        byte[] bytes = read(body -> body.readNBytes(limit + 1));
        if (bytes.length > limit) {
            throw new RegistryException(
                    RegistryException.Problem.TOO_LARGE, request() + ": more than " + limit + " bytes came");
        }
        return bytes;
    }

    /** The beginning of the body, for messages. */
    byte[] beginning(int limit) throws RegistryException, InterruptedException {
        return read(body -> body.readNBytes(limit));
    }

    /** Passes the body on. A failure of {@code target} is an {@link IOException}. */
    void copyTo(OutputStream target, long limit) throws RegistryException, IOException, InterruptedException {
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        for (int count = next(buffer); count >= 0; count = next(buffer)) {
            size += count;
            if (size > limit) {
                throw new RegistryException(
                        RegistryException.Problem.TOO_LARGE,
                        request() + ": more than the promised " + limit + " bytes came");
            }
            target.write(buffer, 0, count);
        }
    }

    private int next(byte[] buffer) throws RegistryException, InterruptedException {
        return read(body -> body.read(buffer));
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read(InputStream body) throws IOException;
    }

    private <T> T read(Reading<T> reading) throws RegistryException, InterruptedException {
        try {
            return reading.read(response.body());
        } catch (IOException broken) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            throw deadline.isOver()
                    ? Failures.timeout(request())
                    : new RegistryException(
                            RegistryException.Problem.UNREACHABLE,
                            request() + ": the answer broke off: " + broken.getMessage(),
                            broken);
        }
    }

    @Override
    public void close() {
        guard.close();
        try {
            response.body().close();
        } catch (IOException gone) {
            // nothing of it is wanted any more
        }
    }
}
