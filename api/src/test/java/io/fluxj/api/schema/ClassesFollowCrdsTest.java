package io.fluxj.api.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fluxj.api.Kinds;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClassesFollowCrdsTest {

    static Stream<Class<? extends CustomResource<?, ?>>> kinds() {
        return Kinds.all().stream();
    }

    @Test
    void everyKindHasAClass() {
        assertThat(Kinds.all())
                .extracting(HasMetadata::getKind)
                .containsExactlyInAnyOrderElementsOf(
                        Crd.all().stream().map(Crd::kind).toList());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void namesAreTheSame(Class<? extends CustomResource<?, ?>> kind) {
        Crd crd = crdOf(kind);

        assertThat(HasMetadata.getApiVersion(kind))
                .isEqualTo(crd.group() + "/" + crd.storageVersion().name());
        assertThat(HasMetadata.getPlural(kind)).isEqualTo(crd.names().get("plural"));
        assertThat(HasMetadata.getSingular(kind)).isEqualTo(crd.names().get("singular"));
        ShortNames shortNames = kind.getAnnotation(ShortNames.class);
        assertThat(shortNames == null ? List.of() : List.of(shortNames.value()))
                .isEqualTo(Tree.texts(crd.names().get("shortNames")));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void fieldsAreTheSame(Class<? extends CustomResource<?, ?>> kind) {
        assertThat(Shape.ofClass(kind)).isEqualTo(Shape.ofSchema(crdOf(kind).storageVersion()));
    }

    private static Crd crdOf(Class<? extends CustomResource<?, ?>> kind) {
        return Crd.all().stream()
                .filter(crd -> crd.kind().equals(HasMetadata.getKind(kind)))
                .findFirst()
                .orElseThrow();
    }
}
