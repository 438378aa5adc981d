package io.fluxj.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxj.runtime.start.GroupMember;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteArgumentsTest {
    @Test
    void allComponentsAreThereByDefaultAndEachKeepsItsThingsApart() {
        SuiteArguments arguments = SuiteArguments.of("--storage-path=/var/fluxj");

        assertThat(names(arguments))
                .containsExactly(
                        "source-controller",
                        "notification-controller",
                        "kustomize-controller",
                        "helm-controller",
                        "image-reflector-controller",
                        "image-automation-controller");
        assertThat(implied(arguments, "source-controller"))
                .containsExactly("--storage-path=/var/fluxj/artifacts", "--events-addr=http://127.0.0.1:9291/");
        assertThat(implied(arguments, "image-reflector-controller")).contains("--storage-path=/var/fluxj/tags");
        assertThat(implied(arguments, "notification-controller")).containsExactly("--events-addr=127.0.0.1:9291");
    }

    @Test
    void componentsAreNamedAsInFluxOrShorter() {
        SuiteArguments arguments = SuiteArguments.of("--controllers=source,kustomize-controller", "--concurrent=2");

        assertThat(names(arguments)).containsExactly("source-controller", "kustomize-controller");
        assertThat(implied(arguments, "kustomize-controller")).isEmpty();
        assertThat(arguments.flags()).containsExactly("--concurrent=2");
        assertThatThrownBy(() -> SuiteArguments.of("--controllers=sauce"))
                .hasMessage(
                        "there is no controller 'sauce': --controllers takes source, source-watcher, notification, kustomize, helm,"
                                + " image-reflector, image-automation");
    }

    @Test
    void theOthersPostWhereTheNotificationControllerListens() {
        SuiteArguments arguments = SuiteArguments.of("--notification-controller.events-addr=127.0.0.1:7000");

        assertThat(implied(arguments, "helm-controller")).containsExactly("--events-addr=http://127.0.0.1:7000/");
        assertThatThrownBy(() -> SuiteArguments.of("--events-addr=http://elsewhere/"))
                .hasMessageContaining("say whose");
        assertThat(SuiteArguments.of("--events-addr=http://elsewhere/", "--controllers=source")
                        .flags())
                .containsExactly("--events-addr=http://elsewhere/");
    }

    @Test
    void aVolumeThatIsNotMountedDoesNotGoUnnoticed(@TempDir Path volume) throws Exception {
        SuiteArguments.of("--storage-path=" + volume).makeFolders();

        assertThat(volume.resolve("artifacts")).isDirectory();
        assertThat(volume.resolve("tags")).isDirectory();
        assertThatThrownBy(() -> SuiteArguments.of("--storage-path=" + volume.resolve("missing"))
                        .makeFolders())
                .hasMessageContaining("is not a folder; create it or set --storage-path");
    }

    @Test
    void theSourceWatcherComesWhenItIsNamedAndServesElsewhere() {
        SuiteArguments arguments = SuiteArguments.of("--controllers=source,source-watcher");

        assertThat(implied(arguments, "source-watcher"))
                .containsExactly("--storage-path=/data/generated", "--storage-addr=:9790");
        assertThatThrownBy(() -> SuiteArguments.of("--controllers=source,source-watcher", "--storage-addr=:9000"))
                .hasMessageContaining("say whose");
        assertThat(SuiteArguments.of("--controllers=source", "--storage-addr=:9000")
                        .flags())
                .containsExactly("--storage-addr=:9000");
    }

    private static List<String> names(SuiteArguments arguments) {
        return arguments.members().stream()
                .map(member -> member.definition().name())
                .toList();
    }

    private static List<String> implied(SuiteArguments arguments, String name) {
        return arguments.members().stream()
                .filter(member -> member.definition().name().equals(name))
                .map(GroupMember::implied)
                .findFirst()
                .orElseThrow();
    }
}
