package io.fluxj.cli.bootstrap;

import io.fabric8.kubernetes.client.KubernetesClientTimeoutException;
import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.frame.Session;
import io.fluxj.cli.kind.FluxKind;
import io.fluxj.cli.object.FluxObject;
import io.fluxj.cli.object.FluxObject.Condition;
import io.fluxj.cli.object.Objects;
import io.fluxj.cli.object.ReconcileRequest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Waits until the cluster follows what was pushed. An object that is not ready yet may show what went wrong before the push, so only a failure about what was
 * pushed ends the wait.
 *
 * @param name of both objects, and of their namespace
 * @param revision that was pushed
 */
record SyncWait(Session session, String name, String revision) {
    void forSource() {
        await(FluxKind.GIT_REPOSITORY, "/status/artifact/revision");
    }

    void forKustomization() {
        await(FluxKind.KUSTOMIZATION, "/status/lastAttemptedRevision");
    }

    private void await(FluxKind kind, String pointer) {
        session.terminal().waiting("waiting for %s \"%s/%s\" to be reconciled".formatted(kind.kind(), name, name));
        String token = new ReconcileRequest(session)
                .ask(kind, name, name, List.of())
                .annotation(ReconcileRequest.REQUESTED_AT);
        AtomicReference<@Nullable String> told = new AtomicReference<>();
        Objects objects = new Objects(session);
        try {
            var _ = objects.resource(kind, name, name)
                    .waitUntilCondition(
                            found -> found != null && isDone(Objects.of(found), token, pointer, told),
                            session.timeout().toMillis(),
                            TimeUnit.MILLISECONDS);
        } catch (KubernetesClientTimeoutException late) {
            throw new CommandFailure(
                    "%s \"%s/%s\" did not follow %s in time%s; 'fluxj bootstrap' with the same flags goes on from here"
                            .formatted(kind.kind(), name, name, revision, suffix(told)),
                    late);
        }
        session.terminal().success("%s reconciled successfully".formatted(kind.kind()));
    }

    private boolean isDone(FluxObject object, String token, String pointer, AtomicReference<@Nullable String> told) {
        boolean current =
                object.text(pointer).equals(revision) || object.handledToken().equals(token);
        boolean observed = object.at("/status/observedGeneration").asLong()
                >= object.at("/metadata/generation").asLong();
        Optional<Condition> ready = object.condition("Ready");
        if (ready.isEmpty() || !observed) {
            return false;
        }
        if (ready.get().isTrue()) {
            return current;
        }
        boolean decided = ready.get().isFalse()
                && object.handledToken().equals(token)
                && object.text(pointer).equals(revision);
        if (decided) {
            throw new CommandFailure("%s \"%s/%s\" failed: %s"
                    .formatted(object.kind(), name, name, ready.get().message()));
        }
        String message = ready.get().message();
        if (ready.get().isFalse() && !message.equals(told.getAndSet(message))) {
            session.terminal().warning("not ready yet: %s".formatted(message));
        }
        return false;
    }

    private static String suffix(AtomicReference<@Nullable String> told) {
        String last = told.get();
        return last == null ? "" : ": " + last;
    }
}
