package io.fluxj.apply.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxj.apply.ObjectRef;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InventoryTest {

    /** The ids are those that the reference's golden scenarios stored. */
    @ParameterizedTest
    @CsvSource({
        "g-first-apply_robot__ServiceAccount, v1, v1, ServiceAccount, g-first-apply, robot",
        "g-first-apply_web_apps_Deployment, v1, apps/v1, Deployment, g-first-apply, web",
        "_gadgets.corpus.test_apiextensions.k8s.io_CustomResourceDefinition, v1, apiextensions.k8s.io/v1, CustomResourceDefinition, '', gadgets.corpus.test",
        "_g-stages-crd-sub__Namespace, v1, v1, Namespace, '', g-stages-crd-sub",
        "_g-stages-crd__reader_rbac.authorization.k8s.io_ClusterRole, v1, rbac.authorization.k8s.io/v1, ClusterRole, '', g-stages-crd:reader",
    })
    void writesAndReadsIds(String id, String v, String apiVersion, String kind, String namespace, String name) {
        ObjectRef ref = ObjectRef.of(apiVersion, kind, namespace, name);

        assertThat(InventoryEntry.of(ref)).isEqualTo(new InventoryEntry(id, v));
        assertThat(new InventoryEntry(id, v).ref()).isEqualTo(ref);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "_", "__", "a_b", "a_b_c", "a_b_c_", "a__apps_Deployment", "a_b_../x_Pod", "A/b_c__Pod"})
    void refusesWhatIsNoId(String id) {
        assertThatThrownBy(() -> new InventoryEntry(id, "v1").ref())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + id + "\"");
    }

    @Test
    void goesOnWithoutTheEntriesThatItCannotRead() {
        InventoryEntry good = new InventoryEntry("ns_a__ConfigMap", "v1");
        InventoryEntry noId = new InventoryEntry("config map a", "v1");
        InventoryEntry noVersion = new InventoryEntry("ns_b__ConfigMap", "");

        assertThat(Inventory.of(List.of(noId, good, noVersion)))
                .isEqualTo(new Inventory.Stored(new Inventory(List.of(configMap("a"))), List.of(noId, noVersion)));
    }

    @Test
    void findsWhatIsStaleInOldOrderWhateverTheVersion() {
        Inventory old = new Inventory(List.of(configMap("c"), configMap("a"), configMap("b"), job("v1beta1")));
        Inventory fresh = new Inventory(List.of(job("v1"), configMap("a")));

        assertThat(old.staleAgainst(fresh)).containsExactly(configMap("c"), configMap("b"));
        assertThat(old.staleAgainst(Inventory.empty())).isEqualTo(old.refs());
    }

    @Test
    void keepsEachObjectOnce() {
        Inventory inventory = new Inventory(List.of(job("v1"), configMap("a"), job("v1beta1")));

        assertThat(inventory.refs()).containsExactly(job("v1"), configMap("a"));
        assertThat(inventory.plus(List.of(configMap("a"), configMap("z"))).refs())
                .containsExactly(job("v1"), configMap("a"), configMap("z"));
    }

    private static ObjectRef configMap(String name) {
        return new ObjectRef("", "v1", "ConfigMap", "ns", name);
    }

    private static ObjectRef job(String version) {
        return new ObjectRef("batch", version, "Job", "ns", "j");
    }
}
