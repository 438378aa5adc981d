package io.fluxj.cli.get;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.cli.kind.FluxKind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The headings of every kind, as flux has them. */
final class ColumnsTest {
    private static final Map<String, String> FLUX = Map.ofEntries(
            Map.entry("GitRepository", "Name Revision Suspended Ready Message"),
            Map.entry("OCIRepository", "Name Revision Suspended Ready Message"),
            Map.entry("Bucket", "Name Revision Suspended Ready Message"),
            Map.entry("HelmRepository", "Name Revision Suspended Ready Message"),
            Map.entry("HelmChart", "Name Revision Suspended Ready Message"),
            Map.entry("ExternalArtifact", "Name Revision Source Ready Message"),
            Map.entry("Kustomization", "Name Revision Suspended Ready Message"),
            Map.entry("HelmRelease", "Name Revision Suspended Ready Message"),
            Map.entry("Alert", "Name Suspended Ready Message"),
            Map.entry("Receiver", "Name Suspended Ready Message"),
            Map.entry("ArtifactGenerator", "Name Suspended Ready Message"),
            Map.entry("Provider", "Name Ready Message"),
            Map.entry("ImageRepository", "Name Last_scan Suspended Ready Message"),
            Map.entry("ImagePolicy", "Name Image Tag Ready Message"),
            Map.entry("ImageUpdateAutomation", "Name Last_run Suspended Ready Message"));

    private static String headings(Columns columns) {
        return columns.headings().stream()
                .map(heading -> heading.replace(' ', '_'))
                .collect(Collectors.joining(" "));
    }

    @Test
    void everyKindHasThose() {
        Map<String, String> ours = Arrays.stream(FluxKind.values())
                .collect(Collectors.toMap(FluxKind::kind, kind -> headings(Columns.of(kind, false))));

        assertThat(ours).isEqualTo(FLUX);
    }

    @Test
    void namespaceAndSourceAreAddedWhereAskedFor() {
        for (FluxKind kind : List.of(FluxKind.KUSTOMIZATION, FluxKind.HELM_RELEASE)) {
            assertThat(headings(Columns.of(kind, true).acrossNamespaces()))
                    .isEqualTo("Namespace Name Source Revision Suspended Ready Message");
        }
    }
}
