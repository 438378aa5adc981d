package io.fluxj.cli.kind;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;
import io.fluxj.api.Kinds;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The command line's kinds are those of the API, by the API's names. */
final class FluxKindTest {

    @Test
    void areTheKindsOfTheApi() {
        assertThat(Arrays.stream(FluxKind.values())
                        .map(kind -> kind.kind() + " " + kind.apiVersion() + " " + kind.plural()))
                .containsExactlyInAnyOrderElementsOf(Kinds.all().stream()
                        .map(type ->
                                CustomResource.getCRDName(type).split("\\.", 2)[0] + "|" + type.getSimpleName() + "|"
                                        + type.getAnnotation(Group.class).value() + "/"
                                        + type.getAnnotation(Version.class).value())
                        .map(text -> text.split("\\|"))
                        .map(parts -> parts[1] + " " + parts[2] + " " + parts[0])
                        .toList());
    }

    @Test
    void areFoundByAllTheirNames() {
        assertThat(Stream.of("ks", "Kustomization", "kustomizations", "KUSTOMIZATION")
                        .map(FluxKind::named))
                .allMatch(found -> found.equals(Optional.of(FluxKind.KUSTOMIZATION)));
        assertThat(FluxKind.named("hr")).contains(FluxKind.HELM_RELEASE);
        assertThat(FluxKind.named("imgupd")).contains(FluxKind.IMAGE_UPDATE);
        assertThat(FluxKind.named("alert-provider")).contains(FluxKind.PROVIDER);
        assertThat(FluxKind.named("pod")).isEmpty();
    }

    @Test
    void areSuggestedWhereATypedWordIsNear() {
        List<String> known = List.of("kustomization", "helmrelease", "get");

        assertThat(Nearest.to("kustomisation", known)).contains("kustomization");
        assertThat(Nearest.to("gte", known)).contains("get");
        assertThat(Nearest.to("deployment", known)).isEmpty();
        assertThat(Nearest.to("x".repeat(100_000), known)).isEmpty();
    }
}
