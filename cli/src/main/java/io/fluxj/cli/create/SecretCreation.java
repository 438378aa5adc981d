package io.fluxj.cli.create;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.cli.apply.Applier;
import io.fluxj.cli.frame.Documents;
import io.fluxj.cli.frame.Session;
import io.fluxj.cli.secret.SecretManifest;
import java.util.Map;

/** One Secret: printed, or applied. */
record SecretCreation(Session session, CreateFlags flags) {
    int of(String type, Map<String, String> values) {
        return of(SecretManifest.of(session.namespace(), flags.name(), type, values));
    }

    int of(ObjectNode secret) {
        if (!flags.labels().isEmpty()) {
            ObjectNode labels = secret.withObjectProperty("metadata").putObject("labels");
            flags.labels().forEach(labels::put);
        }
        if (flags.export()) {
            session.terminal().out().print("---\n" + Documents.yaml(secret) + "\n");
            return 0;
        }
        var _ = Applier.of(session).apply(secret);
        session.terminal().action("secret '%s' created in '%s' namespace".formatted(flags.name(), session.namespace()));
        return 0;
    }
}
