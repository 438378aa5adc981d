package io.fluxj.runtime.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.FieldsV1;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntryBuilder;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The managed fields are of the form that kube-apiserver 1.36 gives them. */
class DefaultedFieldsTest {
    private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

    @Test
    void aFieldThatNobodyOwnsWasFilledIn() {
        ObjectMeta metadata = metadata(Map.of(), manager("kubectl", "Apply", "f:path"));

        assertThat(DefaultedFields.of(metadata).isFilledIn("interval")).isTrue();
        assertThat(DefaultedFields.of(metadata).isFilledIn("path")).isFalse();
    }

    @Test
    void whatKubectlOwnsWasFilledInWhenItsAnnotationLacksIt() {
        ObjectMeta metadata = metadata(
                Map.of(LAST_APPLIED, "{\"spec\":{\"prune\":false}}"),
                manager("kubectl-client-side-apply", "Update", "f:interval", "f:prune"));

        assertThat(DefaultedFields.of(metadata).isFilledIn("interval")).isTrue();
        assertThat(DefaultedFields.of(metadata).isFilledIn("prune")).isFalse();
    }

    @Test
    void whatSomebodyElseOwnsTooWasWritten() {
        ObjectMeta metadata = metadata(
                Map.of(LAST_APPLIED, "{\"spec\":{}}"),
                manager("kubectl-client-side-apply", "Update", "f:interval"),
                manager("kubectl-edit", "Update", "f:interval"));

        assertThat(DefaultedFields.of(metadata).isFilledIn("interval")).isFalse();
    }

    @Test
    void countsAsWrittenWhereNobodyCanTell() {
        assertThat(DefaultedFields.of(metadata(Map.of())).isFilledIn("interval"))
                .isFalse();
        assertThat(DefaultedFields.of(metadata(Map.of(), manager("terraform", "Update", "f:interval")))
                        .isFilledIn("interval"))
                .isFalse();
        for (String odd : List.of("", "{", "null", "[]", "{\"spec\":null}", "{\"spec\":[1]}")) {
            ObjectMeta metadata =
                    metadata(Map.of(LAST_APPLIED, odd), manager("kubectl-client-side-apply", "Update", "f:interval"));
            assertThat(DefaultedFields.of(metadata).isFilledIn("interval"))
                    .as(odd)
                    .isFalse();
        }
    }

    private static ObjectMeta metadata(Map<String, String> annotations, ManagedFieldsEntry... managers) {
        return new ObjectMetaBuilder()
                .withAnnotations(annotations)
                .withManagedFields(managers)
                .build();
    }

    private static ManagedFieldsEntry manager(String name, String operation, String... fields) {
        FieldsV1 owned = new FieldsV1();
        Map<String, Object> spec = new java.util.TreeMap<>();
        for (String field : fields) {
            spec.put(field, Map.of());
        }
        owned.setAdditionalProperty("f:spec", spec);
        return new ManagedFieldsEntryBuilder()
                .withManager(name)
                .withOperation(operation)
                .withFieldsV1(owned)
                .build();
    }
}
