package io.fluxj.cli.install;

import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.frame.Session;
import io.fluxj.cli.kind.FluxKind;
import io.fluxj.cli.object.FluxObject;
import io.fluxj.cli.object.Namespaces;
import io.fluxj.cli.object.Objects;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** {@code check --profile}: tells of each object in the cluster that a profile of the controllers would change something for. */
record ProfileCheck(Session session) {
    private static final String LOCKED_DOWN = "locked-down";

    /**
     * Tells it.
     *
     * @throws CommandFailure when there is no such profile, or it would change something
     */
    int of(String profile) {
        if (!profile.equals(LOCKED_DOWN)) {
            throw new CommandFailure("there is no profile '%s' to check for: it is %s".formatted(profile, LOCKED_DOWN));
        }
        session.terminal().action("checking what the profile %s would change".formatted(profile));
        int concerned = 0;
        Lockdown lockdown = new Lockdown(accounts());
        for (FluxKind kind : FluxKind.values()) {
            for (FluxObject object : objects(kind)) {
                List<String> changes = lockdown.changes(kind, object);
                changes.forEach(change -> session.terminal().failure(object.reference() + ": " + change));
                concerned += changes.isEmpty() ? 0 : 1;
            }
        }
        session.terminal()
                .warning("not seen here: what kustomizations fetch by URL, and addresses in the Secrets of Providers");
        if (concerned > 0) {
            throw new CommandFailure("the profile %s would change something for %d object%s"
                    .formatted(profile, concerned, concerned == 1 ? "" : "s"));
        }
        session.terminal().success("the profile %s would change nothing".formatted(profile));
        return 0;
    }

    private List<FluxObject> objects(FluxKind kind) {
        return new Objects(session)
                .listIfServed(kind, new Objects.Selection(new Namespaces.Every(), ""))
                .orElse(List.of());
    }

    private Predicate<String> accounts() {
        Map<String, Boolean> known = new HashMap<>();
        return namespace -> known.computeIfAbsent(
                namespace,
                name -> session.client()
                                .serviceAccounts()
                                .inNamespace(name)
                                .withName("default")
                                .get()
                        != null);
    }
}
