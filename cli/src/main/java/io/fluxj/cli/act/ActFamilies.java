package io.fluxj.cli.act;

import io.fluxj.cli.frame.Commands;
import io.fluxj.cli.frame.Session;
import io.fluxj.cli.kind.FluxKind;
import io.fluxj.cli.kind.KindCommands;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import picocli.CommandLine.Model.CommandSpec;

/** The verbs that change objects. */
public final class ActFamilies {
    private ActFamilies() {}

    /** {@code reconcile}. */
    public static CommandSpec reconcile(Session session) {
        return KindCommands.of(
                Commands.group("reconcile", "Asks for objects to be reconciled at once."),
                kinds(FluxKind::reconciled),
                kind -> switch (kind) {
                    case KUSTOMIZATION, HELM_CHART -> new ReconcileUserCommand(session, kind);
                    case HELM_RELEASE -> new ReconcileReleaseCommand(session);
                    case OCI_REPOSITORY, BUCKET, GIT_REPOSITORY, HELM_REPOSITORY, EXTERNAL_ARTIFACT, IMAGE_REPOSITORY ->
                        new ReconcileCommand(session, kind);
                    case IMAGE_POLICY, IMAGE_UPDATE, RECEIVER, PROVIDER, ALERT, ARTIFACT_GENERATOR ->
                        new ReconcileCommand(session, kind);
                });
    }

    /** {@code suspend}. */
    public static CommandSpec suspend(Session session) {
        return KindCommands.of(
                Commands.group("suspend", "Suspends objects: nothing is done for them until they are resumed."),
                kinds(FluxKind::suspendable),
                kind -> new SuspendCommand(session, kind));
    }

    /** {@code resume}. */
    public static CommandSpec resume(Session session) {
        return KindCommands.of(
                Commands.group("resume", "Resumes suspended objects."),
                kinds(FluxKind::suspendable),
                kind -> new ResumeCommand(session, kind));
    }

    /** {@code delete}. */
    public static CommandSpec delete(Session session) {
        return KindCommands.of(
                Commands.group("delete", "Deletes objects."),
                kinds(kind -> kind != FluxKind.EXTERNAL_ARTIFACT),
                kind -> new DeleteCommand(session, kind));
    }

    /** {@code trigger}. */
    public static CommandSpec trigger(Session session) {
        return Commands.group("trigger", "Calls webhooks.", List.of(Commands.of(new TriggerReceiverCommand(session))));
    }

    private static List<FluxKind> kinds(Predicate<FluxKind> wanted) {
        return Arrays.stream(FluxKind.values()).filter(wanted).toList();
    }
}
