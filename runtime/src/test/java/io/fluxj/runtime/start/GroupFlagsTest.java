package io.fluxj.runtime.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxj.runtime.scripted.ScriptedController;
import io.fluxj.runtime.scripted.ScriptedOptions;
import io.fluxj.runtime.scripted.Scripts;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which controller of a process gets which flag. */
class GroupFlagsTest {
    private static final String SOURCE = "source-controller";
    private static final String KUSTOMIZE = "kustomize-controller";
    private static final List<GroupMember<ScriptedOptions>> MEMBERS = List.of(
            new GroupMember<>(
                    ScriptedController.ofGitRepositories(Scripts.gitRepositories(pass -> {
                        throw new AssertionError("nothing is started");
                    })),
                    List.of()),
            new GroupMember<>(
                    ScriptedController.of(environment -> {
                        throw new AssertionError("nothing is started");
                    }),
                    List.of()));

    @Test
    void aFlagGoesToAllThatHaveItAndWithANameBeforeItToThatOne() {
        assertThat(GroupFlags.split(
                        MEMBERS, "--concurrent=8", "-log-level", "debug", "--kustomize-controller.concurrent", "20"))
                .hasSize(2)
                .containsEntry(SOURCE, List.of("--concurrent=8", "--log-level=debug"))
                .containsEntry(KUSTOMIZE, List.of("--concurrent=8", "--log-level=debug", "--concurrent=20"));
    }

    @Test
    void aSwitchTakesNoValueFromWhatFollows() {
        assertThat(GroupFlags.split(MEMBERS, "--enable-leader-election", "--concurrent=2"))
                .containsEntry(SOURCE, List.of("--enable-leader-election", "--concurrent=2"));
    }

    @Test
    void whatNobodyHasIsRefused() {
        assertThatThrownBy(() -> GroupFlags.split(MEMBERS, "--no-such=1"))
                .hasMessage("unknown flag --no-such: none of source-controller, kustomize-controller has it");
        assertThatThrownBy(() -> GroupFlags.split(MEMBERS, "--source-controller.no-such=1"))
                .hasMessageStartingWith("unknown flag --source-controller.no-such");
        assertThatThrownBy(() -> GroupFlags.split(MEMBERS, "--feature-gates=NoSuch=true"))
                .hasMessage("unknown feature gate \"NoSuch\": no controller has it");
        assertThatThrownBy(() -> GroupFlags.split(MEMBERS, "stray")).hasMessageStartingWith("unexpected argument");
    }
}
