package io.fluxj.runtime.peer;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Sends requests to other controllers. */
@FunctionalInterface
public interface PeerHttp {
    /**
     * Sends one, and waits for the head of the answer.
     *
     * @throws PeerRefused when the other does not prove who it is, and must
     * @throws IOException when there is no answer
     */
    <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body)
            throws IOException, InterruptedException;
}
