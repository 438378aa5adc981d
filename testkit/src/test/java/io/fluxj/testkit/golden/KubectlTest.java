package io.fluxj.testkit.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class KubectlTest {
    @Test
    void understandsWhatRecordingsDo() {
        assertThat(action("-n ns delete cm a")).isEqualTo(new Action.Delete("cm/a", true));
        assertThat(action("-n ns delete kustomization/app --wait=false"))
                .isEqualTo(new Action.Delete("kustomization/app", false));
        assertThat(action("-n ns scale deploy web --replicas=3")).isEqualTo(new Action.Scale("deploy/web", 3));
        assertThat(action("-n ns patch cm a --type=json -p [{}]"))
                .isEqualTo(new Action.Patch("cm/a", Action.Form.JSON, "[{}]", "kubectl-patch"));
        assertThat(action("patch cm a -p {} --type=merge"))
                .isEqualTo(new Action.Patch("cm/a", Action.Form.MERGE, "{}", "kubectl-patch"));
        assertThat(action("annotate --overwrite cm/a x/y=1=2 z-"))
                .isEqualTo(new Action.Patch(
                        "cm/a",
                        Action.Form.MERGE,
                        "{\"metadata\":{\"annotations\":{\"x/y\":\"1=2\",\"z\":null}}}",
                        "kubectl-annotate"));
        assertThat(action("label cm a k=v"))
                .isEqualTo(new Action.Patch(
                        "cm/a", Action.Form.MERGE, "{\"metadata\":{\"labels\":{\"k\":\"v\"}}}", "kubectl-label"));
    }

    @Test
    void saysWhatItDoesNotUnderstand() {
        assertThatThrownBy(() -> action("drain node a")).hasMessageContaining("drain");
    }

    private static Action action(String words) {
        return Kubectl.action(List.of(words.split(" ")));
    }
}
