package io.fluxj.watcher.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fluxj.api.sourceextensions.v1beta1.ArtifactGenerator;
import io.fluxj.api.sourceextensions.v1beta1.ArtifactGeneratorSpec;
import io.fluxj.api.sourceextensions.v1beta1.CopyOperation;
import io.fluxj.api.sourceextensions.v1beta1.OutputArtifact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Artifacts for each folder that matches. Source: behaviour §7. */
class WantedArtifactsTest {
    @TempDir
    Path repo;

    private static final OutputArtifact PER_APP = artifact("{app}-{env}", "@repo/apps/{app}/envs/{env}/**");

    private static OutputArtifact artifact(String name, String from) {
        return OutputArtifact.builder()
                .name(name)
                .copy(List.of(
                        CopyOperation.builder().from(from).to("@artifact/").build()))
                .build();
    }

    private List<WantedArtifact> wanted(String pattern, OutputArtifact... artifacts)
            throws PatternException, IOException {
        ArtifactGenerator object = new ArtifactGenerator();
        object.getMetadata().setNamespace("team");
        object.setSpec(ArtifactGeneratorSpec.builder()
                .sources(List.of())
                .artifacts(List.of(artifacts))
                .pathPattern(pattern)
                .build());
        return WantedArtifacts.of(object, Map.of("repo", repo));
    }

    private void folders(String... paths) throws IOException {
        for (String path : paths) {
            Files.createDirectories(repo.resolve(path));
        }
    }

    private void assertRefused(String message, String pattern, OutputArtifact... artifacts) {
        assertThatExceptionOfType(PatternException.class)
                .isThrownBy(() -> wanted(pattern, artifacts))
                .withMessageContaining(message);
    }

    @Test
    void areThoseListedWithoutAPattern() throws Exception {
        OutputArtifact elsewhere = artifact("b", "@repo/b").withNamespace("other");

        assertThat(wanted("", artifact("a", "@repo/a"), elsewhere))
                .extracting(WantedArtifact::place)
                .containsExactly("team/a", "other/b");
    }

    @Test
    void areOnePerFolderWithNamesInLowerCaseAndPathsAsTheyAre() throws Exception {
        folders("apps/Web/envs/prod", "apps/Web/envs/dev/deeper", "apps/api/envs/prod", "apps/api/other/prod");

        List<WantedArtifact> wanted = wanted(
                "@repo/apps/{app}/envs/{env}", PER_APP.withNamespace("{env}").withInputsFrom("@repo/{app}.yaml"));

        assertThat(wanted)
                .extracting(WantedArtifact::place)
                .containsExactly("dev/web-dev", "prod/web-prod", "prod/api-prod");
        assertThat(wanted.getFirst().labels()).isEqualTo(Map.of("app", "web", "env", "dev"));
        assertThat(wanted.getFirst().artifact().copy().getFirst().from()).isEqualTo("@repo/apps/Web/envs/dev/**");
        assertThat(wanted.getFirst().artifact().inputsFrom()).isEqualTo("@repo/Web.yaml");
    }

    @Test
    void areNoneWhereNothingMatches() throws Exception {
        folders("apps");
        Files.writeString(repo.resolve("apps/file"), "");

        assertThat(wanted("@repo/apps/{app}", artifact("{app}", "@repo/x"))).isEmpty();
    }

    @Test
    void matchOnlyWhatIsMeantLiterally() throws Exception {
        folders("a.b/x", "aXb/y");

        assertThat(wanted("@repo/a.b/{app}", artifact("{app}", "@repo/x")))
                .extracting(WantedArtifact::name)
                .containsExactly("x");
    }

    @Test
    void mayNotHaveTheSameName() throws Exception {
        folders("apps/web", "apps/WEB");

        assertRefused(
                "pathPattern \"@repo/apps/{app}\": directories \"apps/WEB\" and \"apps/web\" both resolve to artifact"
                        + " name \"web\"",
                "@repo/apps/{app}",
                artifact("{app}", "@repo/x"));
    }

    @Test
    void needNamesThatObjectsMayHave() throws Exception {
        folders("apps/a_b");

        assertRefused(
                "rendered artifact name \"a_b\" is not a valid Kubernetes object name",
                "@repo/apps/{app}",
                artifact("{app}", "@repo/x"));
        assertRefused(
                "rendered artifact namespace \"a_b\" is not a valid Kubernetes namespace",
                "@repo/apps/{app}",
                artifact("x", "@repo/x").withNamespace("{app}"));
    }

    @Test
    void needCapturesThatLabelsMayHave() throws Exception {
        folders("apps/a b");

        assertRefused(
                "captured value \"a b\" for variable \"app\" is not a valid Kubernetes label value",
                "@repo/apps/{app}",
                artifact("x", "@repo/x"));
    }

    @ParameterizedTest
    @CsvSource({
        "@repo/{a, missing closing brace",
        "@repo/a}, missing opening brace",
        "@repo/{}, empty capture variable",
        "@repo/{1a}, must be a valid capture name",
        "@repo/{a}/{a}, duplicate capture variable",
        "@other/{a}, source alias other not found",
    })
    void needAPatternThatMakesSense(String pattern, String message) {
        assertRefused(message, pattern, artifact("x", "@repo/x"));
    }

    @Test
    void fillInOnlyWhatWasCaptured() throws Exception {
        folders("apps/web");

        assertRefused(
                "failed to render artifact {other} for match apps/web: capture variable \"other\" is not defined",
                "@repo/apps/{app}",
                artifact("{other}", "@repo/x"));
    }

    @Test
    void areNotMoreThanAnObjectCanList() throws Exception {
        for (int i = 0; i <= 5000; i++) {
            folders("apps/a" + i);
        }

        assertRefused("it asks for more than 5000 artifacts", "@repo/apps/{app}", artifact("{app}", "@repo/x"));
    }
}
