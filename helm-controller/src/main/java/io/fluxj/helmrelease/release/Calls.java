package io.fluxj.helmrelease.release;

import io.fluxj.apply.cluster.ApiException;
import io.fluxj.apply.cluster.UnknownKindException;
import io.fluxj.helm.action.ClusterException;
import io.fluxj.helm.action.ClusterException.Kind;
import java.util.Set;
import java.util.function.Supplier;

/** Requests whose failures are told in the words of actions. */
final class Calls {
    private static final Set<Integer> UNABLE = Set.of(429, 502, 503, 504);

    private Calls() {}

    static <T> T of(Supplier<T> request) {
        try {
            return request.get();
        } catch (UnknownKindException e) {
            throw new ClusterException(Kind.UNKNOWN_KIND, String.valueOf(e.getMessage()), e);
        } catch (ApiException e) {
            throw new ClusterException(kind(e), String.valueOf(e.getMessage()), e);
        }
    }

    private static Kind kind(ApiException e) {
        if (e.notFound()) {
            return Kind.NOT_FOUND;
        }
        if (e.conflict()) {
            return e.reason().equals("AlreadyExists") ? Kind.ALREADY_EXISTS : Kind.CONFLICT;
        }
        return isUnanswered(e) ? Kind.IN_DOUBT : Kind.OTHER;
    }

    /** Whether the server, or what stands before it, was not able to answer. */
    static boolean isUnanswered(ApiException e) {
        return e.unanswered() || UNABLE.contains(e.code());
    }
}
