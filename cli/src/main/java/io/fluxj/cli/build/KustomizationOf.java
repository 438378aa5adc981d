package io.fluxj.cli.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.fluxj.api.kustomize.v1.Kustomization;
import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.frame.Session;
import io.fluxj.cli.kind.FluxKind;
import io.fluxj.cli.object.Objects;
import io.fluxj.cli.secret.FileText;
import java.util.stream.Stream;

/** The Kustomization that is built: of a file, or of the cluster. */
record KustomizationOf(Session session, BuildFlags flags) {
    /**
     * As the file has it where there is one, with what only the cluster knows.
     *
     * @param asks whether the cluster may be asked
     */
    Kustomization find(boolean asks) {
        if (!flags.file().isEmpty()) {
            return ofFile();
        }
        if (!asks) {
            throw new CommandFailure("--dry-run needs --kustomization-file: the cluster is not asked");
        }
        return ofCluster();
    }

    Kustomization ofCluster() {
        ObjectNode json = new Objects(session)
                .get(FluxKind.KUSTOMIZATION, session.namespace(), flags.name())
                .json();
        return of(json);
    }

    private Kustomization ofFile() {
        String text = FileText.text("--kustomization-file", flags.file());
        return Stream.of(text.split("(?m)^---[ \t]*$"))
                .filter(document -> !document.isBlank())
                .map(this::document)
                .filter(this::isWanted)
                .map(KustomizationOf::of)
                .findFirst()
                .orElseThrow(() -> new CommandFailure(
                        "failed find kustomization with name '" + flags.name() + "' in file '" + flags.file() + "'"));
    }

    private JsonNode document(String text) {
        try {
            return new KubernetesSerialization().unmarshal(text, JsonNode.class);
        } catch (IllegalArgumentException malformed) {
            throw new CommandFailure(flags.file() + " is no YAML: " + malformed.getMessage(), malformed);
        }
    }

    private boolean isWanted(JsonNode object) {
        return object.path("kind").asText().equals("Kustomization")
                && object.path("apiVersion")
                        .asText()
                        .startsWith(FluxKind.KUSTOMIZATION.api().group() + "/")
                && object.at("/metadata/name").asText().equals(flags.name());
    }

    static Kustomization of(JsonNode object) {
        try {
            return new KubernetesSerialization().convertValue(object, Kustomization.class);
        } catch (IllegalArgumentException malformed) {
            throw new CommandFailure(
                    "Kustomization '" + object.at("/metadata/name").asText() + "' is malformed: "
                            + malformed.getMessage(),
                    malformed);
        }
    }
}
