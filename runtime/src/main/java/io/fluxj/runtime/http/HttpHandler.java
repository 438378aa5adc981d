package io.fluxj.runtime.http;

import java.io.IOException;

/** What a server answers. */
@FunctionalInterface
public interface HttpHandler {
    /**
     * Answers a request, on a virtual thread of its own: it may block. An answer to HEAD is given as to GET; its content is not sent.
     *
     * @throws IOException is logged and answered with 500, but for {@link BodyRefused}, which says its own status
     */
    HttpAnswer answer(HttpRequest request) throws IOException;
}
