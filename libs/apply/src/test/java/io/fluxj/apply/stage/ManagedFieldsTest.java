package io.fluxj.apply.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.apply.Yaml;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManagedFieldsTest {
    private static final List<Takeover.Manager> KUBECTL = List.of(
            new Takeover.Manager("kubectl", Takeover.Operation.APPLY),
            new Takeover.Manager("kubectl", Takeover.Operation.UPDATE));

    @Test
    void mergesWhatOthersOwnIntoTheAppliersEntry() {
        var entries = Yaml.tree("""
                - {manager: kubectl-edit, operation: Update, fieldsV1: {f:data: {f:x: {}}, f:metadata: {f:labels: {f:l: {}}}}}
                - {manager: deployer, operation: Apply, fieldsV1: {f:data: {f:k: {}}}}
                - {manager: neighbour, operation: Update, fieldsV1: {f:data: {f:n: {}}}}
                - {manager: kubectl, operation: Apply, fieldsV1: {f:data: {f:k: {}, f:old: {}}}}
                """);

        assertThat(ManagedFields.takenOver(entries, KUBECTL, "deployer").orElseThrow())
                .isEqualTo(Yaml.tree("""
                        - {manager: neighbour, operation: Update, fieldsV1: {f:data: {f:n: {}}}}
                        - manager: deployer
                          operation: Apply
                          fieldsV1: {f:data: {f:k: {}, f:x: {}, f:old: {}}, f:metadata: {f:labels: {f:l: {}}}}
                        """));
    }

    @Test
    void renamesTheFirstWhenTheApplierOwnsNothingYet() {
        var entries = Yaml.tree("""
                - {manager: kubectl, operation: Update, apiVersion: v1, fieldsV1: {f:data: {f:old: {}}}}
                """);

        assertThat(ManagedFields.takenOver(entries, KUBECTL, "deployer").orElseThrow())
                .isEqualTo(Yaml.tree("""
                        - {manager: deployer, operation: Apply, apiVersion: v1, fieldsV1: {f:data: {f:old: {}}}}
                        """));
    }

    @Test
    void leavesSubresourcesAndOtherOperationsAlone() {
        var entries = Yaml.tree("""
                - {manager: kubectl, operation: Update, subresource: status, fieldsV1: {f:status: {}}}
                - {manager: before-first-apply, operation: Apply, fieldsV1: {f:data: {}}}
                - {manager: deployer, operation: Apply, fieldsV1: {f:data: {f:k: {}}}}
                """);

        assertThat(ManagedFields.takenOver(entries, KUBECTL, "deployer")).isEmpty();
    }
}
