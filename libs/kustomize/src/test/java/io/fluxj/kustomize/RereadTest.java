package io.fluxj.kustomize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** An object whose text was changed after the build, as post-build substitution does. */
class RereadTest {

    @Test
    void readsTypesByTheRulesOfYamlOneOne() {
        BuiltResource resource =
                Kustomize.reread("apiVersion: v1\nkind: X\nmetadata: {name: nn}\na: yes\nb: \"5\"\nc: 5\n");
        assertThat(resource.toYaml())
                .isEqualTo("a: true\napiVersion: v1\nb: \"5\"\nc: 5\nkind: X\nmetadata:\n  name: nn\n");
        assertThat(resource.content()).containsEntry("a", true).containsEntry("c", 5L);
        assertThat(resource.name()).isEqualTo("nn");
    }

    @Test
    void roundsIntegersThatADoubleCannotHold() {
        assertThat(Kustomize.reread("a: 9007199254740993\n").toYaml()).isEqualTo("a: 9007199254740992\n");
    }

    @Test
    void leavesPrintedObjectsAsTheyAre() {
        for (CorpusCase corpusCase : CorpusCase.all()) {
            if (!corpusCase.fails() && corpusCase.toString().contains("nameref")) {
                for (BuiltResource resource : corpusCase.build().resources()) {
                    assertThat(Kustomize.reread(resource.toYaml()).toYaml()).isEqualTo(resource.toYaml());
                }
            }
        }
    }

    @Test
    void refusesTextThatIsNoObject() {
        assertThatThrownBy(() -> Kustomize.reread("- a")).isInstanceOf(BuildException.class);
        assertThatThrownBy(() -> Kustomize.reread("a: [")).isInstanceOf(BuildException.class);
    }
}
