package io.fluxj.runtime.identity;

import com.fasterxml.jackson.databind.JsonNode;

/** Asks those who issue tokens. */
@FunctionalInterface
public interface Caller {
    /**
     * The answer.
     *
     * @throws IdentityException when there is none, or it is a refusal; the message has the place and what was answered
     */
    String ask(Call call) throws IdentityException;

    /** One that goes over a way. Redirects are not followed, for what is sent along is for one place alone. */
    static Caller over(HttpRoute route) {
        return call -> new JsonCall(call.method(), call.address(), call.headers(), call.body()).text(route);
    }

    /** An answer in JSON. */
    default JsonNode json(Call call) throws IdentityException {
        return JsonCall.parsed(call.toString(), ask(call));
    }
}
