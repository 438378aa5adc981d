package io.fluxj.helmrelease.release;

import io.fluxj.apply.cluster.ApiException;
import io.fluxj.apply.cluster.UnknownKindException;
import io.fluxj.helm.action.ClusterException;
import io.fluxj.helm.action.ClusterException.Kind;
import java.util.function.Supplier;

/** Requests whose failures are told in the words of actions. */
final class Calls {
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
        return e.inDoubt() ? Kind.IN_DOUBT : Kind.OTHER;
    }
}
